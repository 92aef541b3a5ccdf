import { filled, flag, listOf, moment, text, vendorId, webUrl } from '../../../contract/lenient.js';
import { lenientBody } from '../../../contract/lenientBody.js';
import type { EpochMs } from '../../../model/EpochMs.js';

/**
 * An avatar. One's own takes a day or two until it is approved: then `is_active` is true.
 *
 * @see https://docs.creatify.ai/api-reference/personas/get-apipersonas- (read 2026-11-22)
 * @since 0.1.0
 */
export interface Persona {
  /** What `creator`, `avatar_id` and `override_avatar` of other inputs take. */
  readonly id: string;
  readonly creator_name?: string;
  readonly gender?: string;
  readonly age_range?: string;
  readonly location?: string;
  readonly style?: string;
  readonly video_scene?: string;
  readonly labels?: readonly string[];
  /** Whether it can be used. */
  readonly is_active?: boolean;
  /** How far one's own is, such as `pending`; its other words could not be read. */
  readonly process_status?: string;
  readonly failed_reason?: string;
  /** URL of a picture; that it is called so is from an older page. */
  readonly preview_image_9_16?: string;
  /** URL of a picture; that it is called so is from an older page. */
  readonly preview_image_1_1?: string;
  /** URL of a picture; that it is called so is from an older page. */
  readonly preview_image_16_9?: string;
  readonly created_at?: EpochMs;
}

/** The answer of a create and a look, and a list's item. @since 0.1.0 */
export const PersonaBody = lenientBody(
  'an avatar',
  { id: vendorId },
  {
    creator_name: filled,
    gender: filled,
    age_range: filled,
    location: filled,
    style: filled,
    video_scene: filled,
    labels: listOf(text),
    is_active: flag,
    process_status: filled,
    failed_reason: filled,
    preview_image_9_16: webUrl,
    preview_image_1_1: webUrl,
    preview_image_16_9: webUrl,
    created_at: moment,
  },
);
