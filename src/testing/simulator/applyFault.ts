import type { Fault } from './Fault.js';
import type { SimAnswer } from './SimAnswer.js';
import type { SimResponse } from './SimResponse.js';

/** What a fault needs to know of the vendor. @since 0.1.0 */
export interface FaultSurface {
  /** An error of that status in the vendor's own shape. */
  readonly error: (status: number) => SimResponse;
  /** What a look at a job that is not there gives. */
  readonly forgotten: () => SimResponse;
  /** The field that reports progress, and what it says at the end. */
  readonly progress?: { readonly field: string; readonly full: number };
}

const NEVER_COMMITS: ReadonlySet<Fault['name']> = new Set([
  'reset-before-commit',
  'redirect',
  'forgotten-job',
  'garbage',
]);

/**
 * Whether the vendor does its work although the answer goes wrong.
 *
 * @param fault - what goes wrong
 * @since 0.1.0
 */
export function commits(fault: Fault | undefined): boolean {
  if (fault === undefined) return true;
  if (fault.name === 'status' || fault.name === 'html' || fault.name === 'hang') {
    return fault.commit ?? false;
  }
  return !NEVER_COMMITS.has(fault.name);
}

/**
 * Spoils an answer.
 *
 * @param fault - what goes wrong
 * @param response - the vendor's answer; `undefined` when it did not do its work
 * @param surface - the vendor's own shapes
 * @since 0.1.0
 */
export function applyFault(
  fault: Fault,
  response: SimResponse | undefined,
  surface: FaultSurface,
): SimAnswer {
  const whole = (spoilt: SimResponse): SimAnswer => ({ kind: 'whole', response: spoilt });
  const sound = response ?? surface.error(500);
  switch (fault.name) {
    case 'delay':
      return whole(sound);
    case 'status':
      return whole(statusResponse(fault, surface));
    case 'reset-before-commit':
    case 'reset-after-commit':
      return { kind: 'reset' };
    case 'cut-body': {
      const keepBytes = Math.floor(sound.body.length * (fault.keep ?? 0.5));
      return { kind: 'cut', response: sound, keepBytes, framed: fault.framed ?? true };
    }
    case 'html':
      return whole(htmlPage(fault.status ?? 200));
    case 'not-json':
      return whole({ ...sound, body: 'upstream connect error or disconnect' });
    case 'empty-body':
      return whole({ ...sound, body: '' });
    case 'redirect':
      return whole({
        status: fault.status ?? 302,
        headers: { location: fault.location },
        body: '',
      });
    case 'unknown-word':
      return whole(rewrite(sound, (job) => ({ ...job, status: fault.word ?? 'post_processing' })));
    case 'lying-progress':
      return whole(withProgress(sound, surface, (_, full) => full));
    case 'falling-progress':
      return whole(withProgress(sound, surface, (shown, full) => full - shown));
    case 'forgotten-job':
      return whole(surface.forgotten());
    case 'hang':
      return { kind: 'hang' };
    case 'garbage':
      return { kind: 'garbage' };
    case 'trickle':
      return { kind: 'trickle', response: sound, everyMs: fault.everyMs };
    case 'content-type':
      return whole({
        ...sound,
        headers: { ...sound.headers, 'content-type': fault.type ?? 'text/plain' },
      });
    case 'oversized-body':
      return whole({ ...sound, body: sound.body + ' '.repeat(fault.bytes ?? 9 * 1024 * 1024) });
  }
}

function statusResponse(
  fault: Extract<Fault, { name: 'status' }>,
  surface: FaultSurface,
): SimResponse {
  const own = surface.error(fault.status);
  const body =
    fault.body === undefined
      ? own.body
      : typeof fault.body === 'string'
        ? fault.body
        : JSON.stringify(fault.body);
  const retryAfter: Record<string, string> =
    fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
  return {
    status: fault.status,
    headers: { ...own.headers, ...retryAfter, ...fault.headers },
    body,
  };
}

function htmlPage(status: number): SimResponse {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!doctype html><html><head><title>Just a moment…</title></head><body></body></html>',
  };
}

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rewrites every job of a body: the body itself, the items of a list, those of an envelope. */
function rewrite(response: SimResponse, change: (job: Json) => Json): SimResponse {
  const each = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(each);
    if (!isJson(value)) return value;
    if (Array.isArray(value['data'])) return { ...value, data: value['data'].map(each) };
    return 'status' in value ? change(value) : value;
  };
  const type = response.headers['content-type'] ?? '';
  const isOther = response.body === '' || response.status >= 400 || !type.includes('json');
  if (isOther) return response;
  return { ...response, body: JSON.stringify(each(JSON.parse(response.body))) };
}

function withProgress(
  response: SimResponse,
  { progress }: FaultSurface,
  shown: (progress: number, full: number) => number,
): SimResponse {
  if (progress === undefined) return response;
  const { field, full } = progress;
  return rewrite(response, (job) => {
    const told = job[field];
    if (typeof told === 'number') return { ...job, [field]: shown(told, full) };
    return typeof told === 'string' ? { ...job, [field]: String(shown(Number(told), full)) } : job;
  });
}
