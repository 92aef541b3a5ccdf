import { filled, listOf, text } from '../../../contract/lenient.js';
import { lenientBody } from '../../../contract/lenientBody.js';
import { getting } from '../creatifyCall.js';
import { INTERACTIVE_ADS } from './htmlInteractiveAds.js';

/** A style of interactive ads. No page that could be read shows its fields: these are inferred. @since 0.1.0 */
export interface InteractiveAdStyle {
  /** What `style_ids` takes. */
  readonly id?: string;
  readonly name?: string;
  readonly description?: string;
}

/**
 * Lists the styles of interactive ads.
 *
 * @see https://docs.creatify.ai/api-reference/html-interactive-ads/get-html-interactive-ads-styles (read 2026-11-22)
 * @since 0.1.0
 */
export const listAdStyles = getting<readonly InteractiveAdStyle[]>(
  'htmlInteractiveAds.styles',
  `${INTERACTIVE_ADS}styles/`,
  listOf(lenientBody('a style', {}, { id: filled, name: filled, description: text })),
);
