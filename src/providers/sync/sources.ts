import type { EndpointSources } from '../../contract/EndpointSources.js';

const PAGES = 'https://sync.so/docs/api-reference/api';
const GUIDES = 'https://sync.so/docs/developer-guides';

/** Where each endpoint of sync.so is described; all read 2026-11-22. @since 0.1.0 */
export const syncSources: EndpointSources = {
  'POST /v2/generate': { page: `${PAGES}/generate-api/create`, mark: 'documented' },
  'GET /v2/generate/{id}': { page: `${PAGES}/generate-api/get`, mark: 'documented' },
  'GET /v2/generations': { page: `${PAGES}/generate-api/list`, mark: 'documented' },
  'DELETE /v2/generations/{id}': { page: `${PAGES}/generate-api/delete`, mark: 'documented' },
  'GET /v2/errors': { page: `${GUIDES}/error-handling`, mark: 'documented' },
};
