import { filled, listOf, moment, vendorId, webUrl } from '../../../contract/lenient.js';
import { lenientBody } from '../../../contract/lenientBody.js';
import type { EpochMs } from '../../../model/EpochMs.js';
import { getting } from '../creatifyCall.js';

/** A template of one's own. @since 0.1.0 */
export interface CustomTemplate {
  /** What `customTemplateJobs` takes. */
  readonly template_id: string;
  readonly name?: string;
  /** URL of a preview. */
  readonly preview?: string;
  readonly aspect_ratio?: string;
  readonly created_at?: EpochMs;
  readonly updated_at?: EpochMs;
}

/**
 * Lists one's own templates.
 *
 * @see https://docs.creatify.ai/api-reference/custom-templates/get-custom-template (read 2026-11-22)
 * @since 0.1.0
 */
export const listCustomTemplates = getting<readonly CustomTemplate[]>(
  'customTemplates.list',
  '/api/custom_templates/',
  listOf(
    lenientBody(
      'a template',
      { template_id: vendorId },
      {
        name: filled,
        preview: webUrl,
        aspect_ratio: filled,
        created_at: moment,
        updated_at: moment,
      },
    ),
  ),
);
