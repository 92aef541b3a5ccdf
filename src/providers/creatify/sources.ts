import type { EndpointSources } from '../../contract/EndpointSources.js';

const PAGES = 'https://docs.creatify.ai/api-reference';

/** Where each endpoint of Creatify is described; all read 2026-11-22. @since 0.1.0 */
export const creatifySources: EndpointSources = {
  'POST /api/aurora/': { page: `${PAGES}/aurora/post-aurora`, mark: 'documented' },
  'GET /api/aurora/': { page: `${PAGES}/aurora/get-aurora`, mark: 'documented' },
  'GET /api/aurora/{id}/': { page: `${PAGES}/aurora/get-aurora`, mark: 'documented' },
};
