import type { JsonFields } from '../../JsonFields.js';
import type { Family } from '../Family.js';
import { list, nullable, required } from '../Field.js';
import { id, number, text } from '../fieldTypes.js';
import { MEDIA_WORDS, mediaRules } from '../kindRules.js';
import { linkErrors } from '../linkBody.js';
import { webhookUrl } from '../requestFields.js';
import type { Shown } from '../Shown.js';

/**
 * Playable ads, one a style. The words of the status are on no page that could be read; a script
 * that ends as `partial` has the last ad fail.
 *
 * @see https://docs.creatify.ai/api-reference/html-interactive-ads/get-html-interactive-ads-
 * @since 0.1.0
 */
export const htmlInteractiveAds: Family = {
  kind: 'htmlInteractiveAds',
  path: '/api/html_interactive_ads/',
  rules: { ...mediaRules, words: { ...MEDIA_WORDS, partial: 'done' } }, // inferred
  makes: [
    {
      input: {
        link: required(id()),
        style_ids: required(list(text(), { least: 1 })),
        promotion_info: nullable(text()),
        custom_prompt: nullable(text()),
        max_size_mb: nullable(number(0)),
        webhook_url: webhookUrl,
      },
      together: linkErrors,
    },
  ],
  cost: (shown) => ads(shown).filter(({ status }) => status === 'done').length * 10,
  show: (shown, credits) => ({
    ...shown.base,
    link: shown.said('link', shown.uuid('link')),
    style_ids: stylesOf(shown),
    ...shown.echo('promotion_info', 'custom_prompt'),
    max_size_mb: shown.said('max_size_mb', 5),
    ads: ads(shown),
    credits_used: credits,
    failed_reason: shown.failure ?? '',
  }),
};

function stylesOf(shown: Shown): readonly unknown[] {
  return shown.said('style_ids', ['swipe-cards', 'scratch-off']) as readonly unknown[];
}

function ads(shown: Shown): readonly JsonFields[] {
  const styles = stylesOf(shown);
  const { stage, status } = shown.job.state;
  return styles.map((style, index) => {
    const lost = stage === 'partial' && index === styles.length - 1;
    const url = lost ? null : shown.file(`ad-${index + 1}.html`);
    return { style, status: lost ? 'failed' : status, url };
  });
}
