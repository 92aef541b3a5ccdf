/**
 * What a vendor's status word means.
 *
 * `succeeded`, `failed`, `canceled` and `gone` are terminal; `needs-action` waits for a person;
 * `unknown` is a word that no source lists.
 *
 * @since 0.1.0
 */
export type Phase =
  'queued' | 'running' | 'needs-action' | 'succeeded' | 'failed' | 'canceled' | 'gone' | 'unknown';

/** The phases after which a job does not change any more. @since 0.1.0 */
export type TerminalPhase = 'succeeded' | 'failed' | 'canceled' | 'gone';
