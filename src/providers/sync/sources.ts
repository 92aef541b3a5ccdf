import type { EndpointSources } from '../../contract/EndpointSources.js';

const REFERENCE = 'https://sync.so/docs/api-reference';
const PAGES = `${REFERENCE}/api`;
const GUIDES = 'https://sync.so/docs/developer-guides';

const documented = (page: string) => ({ page, mark: 'documented' }) as const;

/** Where each endpoint of sync.so is described; all read 2026-11-22. @since 0.1.0 */
export const syncSources: EndpointSources = {
  'POST /v2/generate': documented(`${PAGES}/generate-api/create`),
  'GET /v2/generate/{id}': documented(`${PAGES}/generate-api/get`),
  'GET /v2/generate/{id}/costs': documented(`${PAGES}/generate-api/get-costs`),
  'GET /v2/generations': documented(`${PAGES}/generate-api/list`),
  'GET /v2/generations/count': documented(`${PAGES}/generate-api/count`),
  'DELETE /v2/generations/{id}': documented(`${PAGES}/generate-api/delete`),
  'POST /v2/generations/estimate': documented(`${PAGES}/generate-api/estimate-cost`),
  'POST /v2/analyze/cost': {
    page: 'https://docs.sync.so/api-reference/endpoint/analyze/post-cost',
    mark: 'older',
  },
  'POST /v2/batch': documented(`${PAGES}/batch-api/create`),
  'GET /v2/batch/{id}': documented(`${PAGES}/batch-api/get`),
  'GET /v2/batch': documented(`${PAGES}/batch-api/list`),
  'GET /v2/batches/{id}/result': documented(`${REFERENCE}/guides/batch-processing`),
  'POST /v2/tts': documented(`${PAGES}/tts-api/create`),
  'POST /v2/tts/jobs': documented(`${PAGES}/tts-api/create-job`),
  'GET /v2/tts/jobs/{id}': documented(`${PAGES}/tts-api/get-job`),
  'POST /v2/transcriptions': documented(`${PAGES}/transcriptions-api/create`),
  'GET /v2/transcriptions/{id}': documented(`${PAGES}/transcriptions-api/get`),
  'POST /v2/dialogue-edits': documented(`${PAGES}/dialogue-edits-api/create`),
  'GET /v2/dialogue-edits/{id}': documented(`${PAGES}/dialogue-edits-api/get`),
  'POST /v2/assets/upload': documented(`${PAGES}/assets-api/create-upload`),
  'PUT {address from the answer}': documented(`${GUIDES}/asset-uploads`),
  'POST /v2/assets': documented(`${PAGES}/assets-api/create`),
  'GET /v2/assets': documented(`${PAGES}/assets-api/list`),
  'GET /v2/assets/{id}': documented(`${PAGES}/assets-api/get`),
  'PATCH /v2/assets/{id}': documented(`${PAGES}/assets-api/update`),
  'DELETE /v2/assets/{id}': documented(`${PAGES}/assets-api/delete`),
  'POST /v2/assets/batch': documented(`${PAGES}/assets-api/get-many`),
  'GET /v2/assets/{id}/download': documented(`${PAGES}/assets-api/get-download-url`),
  'GET /v2/models': documented(`${PAGES}/models-api/list`),
  'GET /v2/voices': documented(`${PAGES}/voices-api/list`),
  'GET /v2/voices/{id}': documented(`${PAGES}/voices-api/get`),
  'POST /v2/voices': documented(`${PAGES}/voices-api/clone`),
  'DELETE /v2/voices/{id}': documented(`${PAGES}/voices-api/delete`),
  'POST /v2/projects': documented(`${PAGES}/projects-api/create`),
  'GET /v2/projects': documented(`${PAGES}/projects-api/list`),
  'GET /v2/projects/{id}': documented(`${PAGES}/projects-api/get`),
  'PATCH /v2/projects/{id}': documented(`${PAGES}/projects-api/update`),
  'DELETE /v2/projects/{id}': documented(`${PAGES}/projects-api/delete`),
  'POST /v2/projects/{id}/assets': documented(`${PAGES}/projects/attach-asset`),
  'DELETE /v2/projects/{id}/assets/{id}': documented(`${PAGES}/projects-api/detach-asset`),
  'GET /v2/errors': documented(`${GUIDES}/error-handling`),
  'GET /v2/healthcheck': documented(REFERENCE),
  'GET /v2/organizations/webhook/secret': documented(`${REFERENCE}/guides/webhooks`),
};
