import type { EndpointSources } from '../../contract/EndpointSources.js';

const PAGES = 'https://docs.aurous-labs.com/api-reference';

/** Where each endpoint of Aurous is described; all read 2026-11-22. @since 0.1.0 */
export const aurousSources: EndpointSources = {
  'POST /v1/characters': {
    page: `${PAGES}/characters/create-character`,
    mark: 'documented',
  },
  'GET /v1/characters': {
    page: `${PAGES}/characters/list-characters`,
    mark: 'documented',
  },
  'GET /v1/characters/{id}': {
    page: `${PAGES}/characters/retrieve-character`,
    mark: 'documented',
  },
  'DELETE /v1/characters/{id}': {
    page: `${PAGES}/characters/delete-character`,
    mark: 'documented',
  },
  'POST /v1/characters/{id}/save': {
    page: `${PAGES}/characters/save-character`,
    mark: 'documented',
  },
  'POST /v1/characters/{id}/resynthesize': {
    page: `${PAGES}/characters/resynthesize-character`,
    mark: 'documented',
  },
};
