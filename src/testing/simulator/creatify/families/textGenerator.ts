import type { Family, Making } from '../Family.js';
import { list, nested, nullable, required } from '../Field.js';
import { choice, dictionary, flag, text } from '../fieldTypes.js';
import { mediaRules } from '../kindRules.js';
import { webhookUrl } from '../requestFields.js';

/** The content may be left out beside a call of a function, or what it gave. */
const message = nested({
  role: required(choice('user', 'model')),
  content: text(),
  function_call: nullable(dictionary()),
  function_response: nullable(dictionary()),
});

const MAKING: Making = {
  input: {
    model_name: required(text(255)),
    messages: required(list(message, { least: 1 })),
    system_instruction: nullable(text()),
    config: nullable(dictionary()),
    tools: nullable(list(dictionary())),
    tool_config: nullable(dictionary()),
    sync: flag(),
    webhook_url: webhookUrl,
  },
  waits: (fields) => fields['sync'] === true,
};

/**
 * A text by a model of choice; with `sync` the answer waits for it.
 *
 * @see https://docs.creatify.ai/api-reference/text-generator/post-text-generator
 * @since 0.1.0
 */
export const textGenerator: Family = {
  kind: 'textGenerator',
  path: '/api/text_generator/',
  rules: {
    ...mediaRules,
    words: {
      queued: ['pending'], // documented
      running: 'running', // documented
      succeeded: 'done', // documented
      failed: 'failed', // documented
    },
    typicalMs: [2000, 15_000], // inferred
  },
  listed: false,
  makes: [MAKING, { ...MAKING, at: '/sse/text_generator/' }],
  cost: () => 0.1,
  show: ({ job, done, failure }, credits) => ({
    id: job.id,
    status: job.status,
    response_text: done ? 'A lantern floats over a quiet harbour.' : '',
    failed_reason: failure ?? '',
    credits_used: credits,
  }),
  refuse: () => ({ error: 'Invalid request body or model not found.' }),
};
