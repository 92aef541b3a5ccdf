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
  'PATCH /v1/characters/{id}': {
    page: `${PAGES}/characters/update-character`,
    mark: 'documented',
  },
  'POST /v1/characters/{id}/refs/regenerate': {
    page: `${PAGES}/characters/regenerate-ref`,
    mark: 'documented',
  },
  'POST /v1/characters/uploads/init': {
    page: `${PAGES}/characters/upload-init`,
    mark: 'documented',
  },
  'POST /v1/characters/uploads/classify': {
    page: `${PAGES}/characters/upload-classify`,
    mark: 'documented',
  },
  'POST /v1/images': {
    page: `${PAGES}/images/create-image`,
    mark: 'documented',
  },
  'GET /v1/images/{id}': {
    page: `${PAGES}/images/retrieve-image`,
    mark: 'documented',
  },
  'POST /v1/images/{id}/cancel': {
    page: `${PAGES}/images/cancel-image`,
    mark: 'documented',
  },
  'POST /v1/images/estimate': {
    page: `${PAGES}/public-api-v1/estimate-the-credit-cost-of-an-image-generation`,
    mark: 'documented',
  },
  'POST /v1/videos': {
    page: `${PAGES}/videos/create-video`,
    mark: 'documented',
  },
  'POST /v1/videos/estimate': {
    page: `${PAGES}/public-api-v1/estimate-the-credit-cost-of-a-video-generation`,
    mark: 'documented',
  },
  'POST /v1/files': {
    page: `${PAGES}/public-api-v1/upload-a-reference-file`,
    mark: 'documented',
  },
  'GET /v1/files/{id}': {
    page: `${PAGES}/public-api-v1/get-a-file-re-mints-a-fresh-1h-signed-url`,
    mark: 'documented',
  },
  'DELETE /v1/files/{id}': {
    page: `${PAGES}/public-api-v1/immediately-purge-a-file`,
    mark: 'documented',
  },
  'GET /v1/balance': {
    page: `${PAGES}/public-api-v1/get-credit-balance`,
    mark: 'documented',
  },
};
