import type { JsonFields } from '../../JsonFields.js';
import type { Family } from '../Family.js';
import { list, NON_FIELD, nullable } from '../Field.js';
import type { FieldErrors } from '../Field.js';
import { integer, text, url } from '../fieldTypes.js';
import { mediaRules } from '../kindRules.js';
import { webhookUrl } from '../requestFields.js';
import type { Shown } from '../Shown.js';

/**
 * Scripts for a product. The words of its status are on no page that could be read.
 *
 * @see https://docs.creatify.ai/api-reference/ai-scripts
 * @since 0.1.0
 */
export const aiScripts: Family = {
  kind: 'aiScripts',
  path: '/api/ai_scripts/',
  rules: { ...mediaRules, typicalMs: [5000, 20_000] }, // inferred
  makes: [
    {
      input: {
        url: nullable(url()),
        title: nullable(text()),
        description: nullable(text()),
        language: nullable(text()),
        target_audience: nullable(text()),
        video_length: nullable(integer(1)),
        script_styles: list(text()),
        webhook_url: webhookUrl,
      },
      together,
    },
  ],
  cost: () => 1,
  show: (shown, credits) => ({
    ...shown.base,
    generated_scripts: shown.done ? scripts(shown) : [],
    failed_reason: shown.failure ?? null,
    user: 1,
    workspace: null,
    product: {
      title: shown.said('title', 'Harbour Lantern'),
      description: shown.said('description', 'A lantern that floats.'),
      url: shown.said('url', null),
    },
    language: shown.said('language', 'en'),
    target_audience: shown.said('target_audience', null),
    video_length: shown.said('video_length', 30),
    script_styles: shown.said('script_styles', []),
    credits_used: credits,
  }),
};

function scripts(shown: Shown): readonly JsonFields[] {
  const styles = shown.said('script_styles', ['BenefitsV2']) as readonly unknown[];
  return styles.map((script_style, index) => ({
    title: `Script ${index + 1}`,
    script_name: String(script_style),
    script_style,
    paragraphs: ['Evenings come early.', 'A lantern that floats brings them back.'],
  }));
}

/** No page says what a request without a product gives. */
function together(fields: JsonFields): FieldErrors | undefined {
  const told = ['url', 'title', 'description'].some((name) => typeof fields[name] === 'string');
  return told ? undefined : { [NON_FIELD]: ['A url, a title or a description is required.'] };
}
