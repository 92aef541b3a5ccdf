import type { ById } from '../../../contract/ById.js';
import { byIdIssues } from '../../../contract/ById.js';
import type { Change } from '../../../contract/changeRules.js';
import { changeRules } from '../../../contract/changeRules.js';
import { optional } from '../../../contract/inputRules.js';
import { listOf } from '../../../contract/lenient.js';
import { orNull, webUrl } from '../../../contract/valueRules.js';
import type { VendorCall } from '../../../contract/VendorCall.js';
import { creatifyCall } from '../creatifyCall.js';
import { pathOf } from '../creatifyKind.js';
import type { CreatifyQuery } from '../jobLists.js';
import { queryIssues } from '../jobLists.js';
import type { CreatifyLink, LinkContent } from './Link.js';
import { LinkBody, LinkContentBody } from './Link.js';
import type { LinkChanges, LinkInput, LinkParams } from './LinkInput.js';
import { linkInputIssues, linkParams, linkParamsIssues } from './LinkInput.js';

const PATH = '/api/links/';

/**
 * Has Creatify read a page; answered when that is done. 1 credit.
 *
 * @see https://docs.creatify.ai/api-reference/links/post-apilinks (read 2026-11-22)
 * @since 0.1.0
 */
export const createLink: VendorCall<LinkInput, CreatifyLink> = creatifyCall({
  name: 'links.create',
  check: linkInputIssues,
  request: (input) => ({ method: 'POST', path: PATH, json: input }),
  answer: LinkBody,
  once: true,
});

/**
 * Makes a link of one's own words and pictures. 1 credit.
 *
 * @see https://docs.creatify.ai/api-reference/links/post-apilink_with_params (read 2026-11-22)
 * @since 0.1.0
 */
export const createLinkWithParams: VendorCall<LinkParams, CreatifyLink> = creatifyCall({
  name: 'links.createWithParams',
  check: linkParamsIssues,
  request: (input) => ({ method: 'POST', path: `${PATH}link_with_params/`, json: input }),
  answer: LinkBody,
  once: true,
});

/**
 * Changes a link; harmless when repeated.
 *
 * @see https://docs.creatify.ai/api-reference/links/put-apilinks- (read 2026-11-22)
 * @since 0.1.0
 */
export const updateLink: VendorCall<Change<LinkChanges>, LinkContent> = creatifyCall({
  name: 'links.update',
  check: changeRules<LinkChanges>({
    ...linkParams,
    url: optional(orNull(webUrl({ max: 1_000 }))),
  }),
  request: ({ id, changes }) => ({ method: 'PUT', path: pathOf(PATH, id), json: changes }),
  answer: LinkContentBody,
});

/**
 * Gives one link.
 *
 * @see https://docs.creatify.ai/llms.txt (read 2026-11-22)
 * @since 0.1.0
 */
export const getLink: VendorCall<ById, CreatifyLink> = creatifyCall({
  name: 'links.get',
  check: byIdIssues,
  request: ({ id }) => ({ method: 'GET', path: pathOf(PATH, id) }),
  answer: LinkBody,
});

/**
 * Lists links: a bare array.
 *
 * @see https://docs.creatify.ai/llms.txt (read 2026-11-22)
 * @since 0.1.0
 */
export const listLinks: VendorCall<CreatifyQuery, readonly CreatifyLink[]> = creatifyCall({
  name: 'links.list',
  check: queryIssues,
  request: ({ ids }) => ({ method: 'GET', path: PATH, query: { ids: ids?.join(',') } }),
  answer: listOf(LinkBody),
});
