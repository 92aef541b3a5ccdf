import { isShownKey } from '../isShownKey.js';
import { Media } from '../Media.js';
import type { Protocol, ProtocolDefinition, ProtocolTools } from '../Protocol.js';
import type { SimRequest } from '../SimRequest.js';
import type { SimResponse } from '../SimResponse.js';
import { expiresAndSignature } from '../UrlSigner.js';
import { accountRoutes } from './accountRoutes.js';
import { catalogueRoutes } from './catalogueRoutes.js';
import { creatifyError, NO_KEY, NOT_FOUND } from './creatifyError.js';
import { families } from './families.js';
import { familyRoutes } from './familyRoutes.js';
import { linkRoutes, linkRules } from './links.js';
import { personaRoutes, personaRules } from './personas.js';
import { unknownRoute } from './unknownRoute.js';

/**
 * Creatify: two keys in headers, paths that end in a slash, errors as Django REST framework writes
 * them.
 *
 * @see https://docs.creatify.ai
 * @since 0.1.0
 */
export const creatify: ProtocolDefinition = {
  rules: () => ({
    vendor: 'creatify',
    kinds: {
      ...Object.fromEntries(families.map(({ kind, rules }) => [kind, rules])),
      links: linkRules,
      personas: personaRules,
    },
  }),
  speak,
};

function speak(tools: ProtocolTools): Protocol {
  const { world, book } = tools;
  const media = new Media(tools, '/media', expiresAndSignature);
  const view = { world, media };
  // What has a name of its own stands before the ids that would match it.
  const routes = [
    ...catalogueRoutes(world),
    ...accountRoutes(book, view),
    ...personaRoutes(book, view),
    ...linkRoutes(book),
    ...families.flatMap((family) => familyRoutes(family, book, view)),
    media.route,
  ];
  return {
    routes,
    accountOf,
    unknownRoute: unknownRoute(routes, tools.baseUrl),
    error: creatifyError,
    forgotten: () => NOT_FOUND,
    progress: {
      field: 'progress',
      full: world.options.creatify?.progressScale === 'fraction' ? 1 : 100,
    },
  };
}

function accountOf({ headers }: SimRequest): string | SimResponse {
  const { 'x-api-id': id, 'x-api-key': key } = headers;
  return isShownKey(id) && isShownKey(key) ? `${id}/${key}` : NO_KEY;
}
