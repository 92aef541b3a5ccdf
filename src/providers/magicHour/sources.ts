import type { EndpointSources } from '../../contract/EndpointSources.js';

const PAGES = 'https://docs.magichour.ai/api-reference';

/** Where each endpoint of Magic Hour is described; all read 2026-11-22. @since 0.1.0 */
export const magicHourSources: EndpointSources = {
  'POST /v1/lip-sync': { page: `${PAGES}/video-projects/lip-sync`, mark: 'documented' },
  'GET /v1/video-projects/{id}': {
    page: `${PAGES}/video-projects/get-video-details`,
    mark: 'documented',
  },
  'DELETE /v1/video-projects/{id}': {
    page: `${PAGES}/video-projects/delete-video`,
    mark: 'documented',
  },
};
