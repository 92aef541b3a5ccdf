import { inputRules, optional, required } from '../../../src/contract/inputRules.js';
import { text, webUrl } from '../../../src/contract/valueRules.js';

/** What Acme makes a clip of. @see https://docs.acme.example/clips (read 2026-11-22) */
export interface ClipInput {
  /** What is to be seen, 1 to 500 characters. */
  readonly prompt: string;
  /** Where Acme is to report the end: https only. */
  readonly callback_url?: string;
}

/** The rules of {@link ClipInput}, as its page states them. */
export const clipInputIssues = inputRules<ClipInput>({
  prompt: required(text({ min: 1, max: 500 })),
  callback_url: optional(webUrl({ httpsOnly: true })),
});
