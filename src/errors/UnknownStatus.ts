import type { JobErrorFacts } from './JobErrorBase.js';
import { JobErrorBase } from './JobErrorBase.js';
import { redactText } from './redactText.js';

/**
 * The vendor kept saying a status word that no source lists, for longer than `unknownForMs`.
 *
 * @since 0.1.0
 */
export class UnknownStatus extends JobErrorBase {
  readonly _tag = 'UnknownStatus';
  /** The vendor's word, at most 100 characters. */
  readonly status: string;

  constructor(status: string, facts: JobErrorFacts) {
    const word = redactText(status).slice(0, 100);
    super('UnknownStatus', `${facts.operation}: the status "${word}" is in no list`, facts);
    this.status = word;
  }
}
