import type { HttpFaultReason } from '../contract/HttpFault.js';

/** What an error of the transport means. @since 0.1.0 */
export interface Verdict {
  readonly reason: HttpFaultReason;
  /** Whether the error itself proves that no byte of the request left. */
  readonly unsent: boolean;
  /** What the transport says, as it came: not yet fit to be shown. */
  readonly text: string;
}

/** The few fields that are read of an error and of the errors below it. */
interface Clue {
  readonly code: string;
  readonly syscall: string;
  readonly message: string;
}

const MOST_CLUES = 12;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The error, its causes and what they bundle, breadth first; never throws. */
function cluesOf(error: unknown): readonly Clue[] {
  const open: unknown[] = [error];
  const clues: Clue[] = [];
  for (const next of open) {
    if (clues.length >= MOST_CLUES || typeof next !== 'object' || next === null) continue;
    try {
      const { code, syscall, message, cause, errors } = next as Record<string, unknown>;
      clues.push({ code: textOf(code), syscall: textOf(syscall), message: textOf(message) });
      open.push(cause, ...(Array.isArray(errors) ? (errors as unknown[]).slice(0, 4) : []));
    } catch {
      // A getter that throws tells nothing.
    }
  }
  return clues;
}

const CERTIFICATE =
  /^(?:CERT_|CRL_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_|ERROR_IN_C|INVALID_(?:CA|PURPOSE)$|PATH_LENGTH_|HOSTNAME_MISMATCH$|ERR_TLS_CERT_)/;

/** In this order: the first rule that a clue meets gives the reason. */
const REASONS: readonly (readonly [reason: HttpFaultReason, met: (clue: Clue) => boolean])[] = [
  ['too-large', ({ message }) => /^maxContentLength size of \d+ exceeded$/.test(message)],
  ['too-large', ({ code }) => code === 'HPE_HEADER_OVERFLOW'],
  ['redirect', ({ code }) => code.startsWith('ERR_FR_')],
  [
    'proxy',
    ({ code, message }) => code === 'ERR_PROXY_TUNNEL' || /^tunneling socket/.test(message),
  ],
  ['refused', ({ code }) => code === 'ECONNREFUSED'],
  // The name server could not be asked now: most often there is no network, and it passes.
  ['offline', ({ code }) => code === 'EAI_AGAIN'],
  ['dns', ({ code }) => code === 'ENOTFOUND' || code.startsWith('EAI_')],
  ['tls', ({ code }) => CERTIFICATE.test(code) || /^(?:ERR_TLS_|ERR_SSL_|EPROTO$)/.test(code)],
  ['offline', ({ code }) => code === 'ENETUNREACH' || code === 'ENETDOWN'],
  ['timeout', ({ code }) => /^(?:ETIMEDOUT|ESOCKETTIMEDOUT|UND_ERR_\w*TIMEOUT)$/.test(code)],
  ['timeout', ({ code, message }) => code === 'ECONNABORTED' && /timeout/i.test(message)],
  ['reset', ({ code }) => /^(?:ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET)$/.test(code)],
  ['reset', ({ code }) => code === 'ERR_STREAM_PREMATURE_CLOSE'],
  ['reset', ({ message }) => /^(?:socket hang up|stream has been aborted|aborted)$/.test(message)],
];

/** Errors that arise before a connection stands, or before one is even asked for. */
const provesUnsent = ({ code, syscall, message }: Clue): boolean =>
  syscall === 'connect' ||
  syscall.startsWith('getaddrinfo') ||
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|UND_ERR_CONNECT_TIMEOUT|ERR_PROXY_TUNNEL)$/.test(code) ||
  CERTIFICATE.test(code) ||
  /^ERR_(?:INVALID_(?:URL|CHAR|HTTP_TOKEN)|UNESCAPED_CHARACTERS|BAD_OPTION(?:_VALUE)?|NOT_SUPPORT)$/.test(
    code,
  ) ||
  (code === 'ERR_BAD_REQUEST' && /^Request body larger than maxBodyLength/.test(message));

/**
 * Reads why a request failed out of whatever a transport threw; total, and keeps nothing of it.
 *
 * @param error - an axios error, a Node error, or anything
 * @since 0.1.0
 */
export function verdictOf(error: unknown): Verdict {
  const clues = cluesOf(error);
  const reason = REASONS.find(([, met]) => clues.some(met))?.[0] ?? 'other';
  const text = clues.map(({ message }) => message).find((message) => message !== '');
  return { reason, unsent: clues.some(provesUnsent), text: text ?? 'no reason given' };
}
