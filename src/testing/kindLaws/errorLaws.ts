import type { HttpResponse } from '../../contract/HttpPort.js';
import type { VendorFault } from '../../contract/JobKind.js';
import { plainErrorOf } from '../../contract/plainErrorOf.js';
import { ERROR_TEXTS } from './junk.js';
import type { JudgedKind } from './JudgedKind.js';
import type { KindLaw, KindMaterial } from './KindLaw.js';
import { hold, shown } from './KindLaw.js';

const STATUSES = [0, 400, 404, 409, 429, 503];

const MOST_CHARS = 10_000;

const isText = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' && value.length <= MOST_CHARS);

const isSound = ({ code, message, requestId, retryAfterMs, candidateId }: VendorFault): boolean =>
  [code, message, requestId, candidateId].every(isText) &&
  (retryAfterMs === undefined || (Number.isFinite(retryAfterMs) && retryAfterMs >= 0));

/** Laws of how a kind reads error answers, and which of them it takes for a refused hold. @since 0.1.0 */
export function errorLaws<Input, Body, Output, Preview>(
  kind: JudgedKind<Input, Body, Output, Preview>,
  { errors = [] }: KindMaterial<Input>,
): readonly KindLaw[] {
  const { errorOf = plainErrorOf, hold: longPoll, idempotency } = kind;
  return [
    {
      name: 'reads any text as an error answer without throwing, and keeps it short',
      check: () => {
        for (const body of ERROR_TEXTS) {
          for (const status of STATUSES) {
            const response: HttpResponse = { status, headers: {}, body };
            const fault = errorOf(response);
            hold(isSound(fault), `${shown(fault)} of ${shown(body)}`);
            hold(fault.code !== 'lent', 'took a code from a prototype');
            hold(typeof (longPoll?.refused(response) ?? false) === 'boolean', 'refused');
            hold(typeof (idempotency?.inProgress(fault) ?? false) === 'boolean', 'in progress');
          }
        }
      },
    },
    {
      name: 'finds a code or a sentence in every error answer of the vendor',
      check: () => {
        for (const { status, body } of errors) {
          const { code, message } = errorOf({ status, headers: {}, body });
          hold(code !== undefined || message !== undefined, `nothing in ${shown(body)}`);
        }
      },
    },
  ];
}
