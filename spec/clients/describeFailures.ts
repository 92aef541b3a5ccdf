import type { Observable } from 'rxjs';
import { of } from 'rxjs';
import type { Either, JobError, Limiter, RunOptions } from 'rushes';
import { isJobError } from 'rushes';
import type { Door, Route } from './routeTable.js';
import { eventsOf, leftOf, replay } from './routeTable.js';

type Method = () => Observable<Either<JobError, unknown>>;
type Asked = Pick<Route, 'method' | 'path' | 'query' | 'requestHeaders' | 'requestBody'>;

/** What a vendor says when it refuses, in its own shape, and what of it a user gets to see. */
export interface Refusal {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly code?: string;
  readonly requestId?: string;
  /** The vendor's own words in the message. */
  readonly says: string;
}

/** One client whose every failure is to be described. */
export interface FailingDoor {
  readonly door: Door;
  /** The id in `look`, and of the job that an answer that was cut may have made. */
  readonly id: string;
  readonly refusals: readonly Refusal[];
  readonly create: Asked & {
    readonly call: (options: RunOptions) => Observable<Either<JobError, unknown>>;
    /** Requests under one key that an answer that got lost is worth; 1 where there is no key. */
    readonly attempts: number;
  };
  readonly get: Asked & { readonly call: Method };
  readonly watch: Asked & { readonly call: Method };
}

/** For vendors with buckets: one that a 429 has emptied would take half a second a look. */
export const UNLIMITED: Limiter = { acquire: () => of(undefined), report: () => undefined };

const TAGS: Readonly<Record<number, JobError['_tag']>> = {
  400: 'Rejected',
  401: 'Unauthorized',
  402: 'PaymentRequired',
  403: 'Unauthorized',
  404: 'NotFound',
  409: 'Rejected',
  422: 'Rejected',
  429: 'RateLimited',
  500: 'ServerFault',
  503: 'ServerFault',
};

const HTML = '<html><head><title>Just a moment...</title></head><body></body></html>';
const TRANSIENT = [429, 500, 503];
const REDIRECTS = [301, 302, 303, 307, 308];
const ELSEWHERE = 'https://elsewhere.example/?token=SECRET';

const factsOf = (error: JobError): object => {
  const { _tag, httpStatus, vendorCode, requestId, retryable, jobMayBeRunning, outcome, attempts } =
    error;
  return { _tag, httpStatus, vendorCode, requestId, retryable, jobMayBeRunning, outcome, attempts };
};

/** What a refused request makes of its error, but for what differs by the method. */
const told = ({ status, code, requestId }: Refusal): object => ({
  _tag: TAGS[status],
  httpStatus: status,
  vendorCode: code,
  requestId,
});

const times = (count: number, route: Route): readonly Route[] => Array<Route>(count).fill(route);

/** Every way in which a vendor says no, or something that nobody can read. */
export function describeFailures({ door, id, refusals, create, get, watch }: FailingDoor): void {
  /** The error in which a method ends, which must be all that it says. */
  const failing = async (routes: readonly Route[], call: Method): Promise<JobError> => {
    const events = await replay(door, routes, () => eventsOf(call()));
    expect(events).toHaveLength(1);
    const error = leftOf(events[0]);
    expect(isJobError(error)).toBe(true);
    expect(error.message.length).toBeLessThanOrEqual(500);
    return error;
  };
  const asked = ({ method, path, query = {}, requestHeaders = {}, requestBody }: Asked): Asked => ({
    method,
    path,
    query,
    requestHeaders,
    requestBody,
  });
  const creating = (answer: Pick<Route, 'status' | 'body' | 'headers'>, count = 1) =>
    failing(times(count, { ...asked(create), ...answer }), () =>
      create.call({ whenLimited: 'fail' }),
    );
  const getting = (answer: Pick<Route, 'status' | 'body' | 'headers'>, count = 1) =>
    failing(times(count, { ...asked(get), ...answer }), get.call);
  const named = refusals.map((refusal) => {
    const { status, code, says } = refusal;
    return [`${status} ${code ?? says}`, refusal] as const;
  });

  describe('a create that is refused', () => {
    it.each(named.filter(([, { status }]) => status < 500))('%s', async (_name, refusal) => {
      const error = await creating(refusal);
      expect(factsOf(error)).toEqual({
        ...told(refusal),
        outcome: 'rejected',
        retryable: refusal.status === 429,
        jobMayBeRunning: false,
        attempts: 1,
      });
      expect(error.message).toContain(refusal.says);
      expect(error.ref).toBeUndefined();
    });

    it.each(REDIRECTS)('with %i: it is not followed', async (status) => {
      const error = await creating({ status, headers: { location: ELSEWHERE } });
      const isPlain = status === 301 || status > 303;
      expect(factsOf(error)).toMatchObject({
        _tag: 'UnexpectedRedirect',
        httpStatus: status,
        outcome: isPlain ? 'rejected' : 'unknown',
        retryable: false,
        jobMayBeRunning: !isPlain,
        attempts: 1,
      });
      expect(error.message).not.toContain('SECRET');
    });
  });

  describe('a create whose answer is lost: a job may have been paid for', () => {
    const lost = { outcome: 'unknown', retryable: false, jobMayBeRunning: true };

    it.each(named.filter(([, { status }]) => status >= 500))('%s', async (_name, refusal) => {
      const { attempts } = create;
      const error = await creating(refusal, attempts);
      expect(factsOf(error)).toEqual({
        ...told(refusal),
        _tag: 'SubmissionUnknown',
        ...lost,
        attempts,
      });
      expect(error).toMatchObject({ candidates: [], cause: { _tag: 'ServerFault' } });
      expect(error.message).toContain(refusal.says);
    });

    it.each([
      ['a page instead of JSON', { status: 200, body: HTML }, 'not-json'],
      ['an empty success', { status: 201, body: '' }, 'not-json'],
      ['JSON without an id', { status: 201, body: { object: 'job' } }, 'shape'],
      ['JSON that was cut before the id', { status: 201, body: '{"object":"jo' }, 'not-json'],
    ])('%s', async (_what, answer, reason) => {
      const { attempts } = create;
      const error = await creating(answer, attempts);
      expect(factsOf(error)).toMatchObject({ _tag: 'SubmissionUnknown', ...lost, attempts });
      expect(error).toMatchObject({ candidates: [], cause: { _tag: 'Undecodable', reason } });
    });

    it('JSON that was cut after the id, which is kept and makes another try needless', async () => {
      const error = await creating({ status: 201, body: `{"id":"${id}","status":"pen` });
      expect(factsOf(error)).toMatchObject({ _tag: 'SubmissionUnknown', ...lost, attempts: 1 });
      expect(error).toMatchObject({ candidates: [{ v: 1, id }] });
    });

    it('an id that cannot stand in a path, which is reported', async () => {
      const error = await creating({ status: 201, body: { id: '../../admin', status: 'x' } });
      expect(factsOf(error)).toMatchObject({ _tag: 'SubmissionUnknown', ...lost, attempts: 1 });
      expect(error).toMatchObject({ candidates: [{ id: '../../admin' }] });
    });
  });

  describe('a look that is refused', () => {
    it.each(named)('%s', async (_name, refusal) => {
      const isTransient = TRANSIENT.includes(refusal.status);
      const attempts = isTransient ? 3 : 1;
      const error = await getting(refusal, attempts);
      expect(factsOf(error)).toEqual({
        ...told(refusal),
        outcome: undefined,
        retryable: isTransient,
        jobMayBeRunning: refusal.status !== 404,
        attempts,
      });
      expect(error.message).toContain(refusal.says);
      expect(error.ref).toMatchObject({ id });
    });

    it.each(REDIRECTS)('with %i: it is not followed', async (status) => {
      const error = await getting({ status, headers: { location: ELSEWHERE } });
      expect(factsOf(error)).toMatchObject({
        _tag: 'UnexpectedRedirect',
        httpStatus: status,
        retryable: false,
        jobMayBeRunning: true,
      });
      expect(error.message).not.toContain('SECRET');
    });

    it.each([
      ['a page instead of JSON', { status: 200, body: HTML }],
      ['JSON that was cut', { status: 200, body: `{"id":"${id}","sta` }],
      ['an empty success', { status: 200, body: '' }],
    ])('%s is asked for again, and then told', async (_what, answer) => {
      const error = await getting(answer, 3);
      expect(factsOf(error)).toMatchObject({ _tag: 'Undecodable', retryable: true, attempts: 3 });
      expect(error).toMatchObject({ reason: 'not-json', jobMayBeRunning: true, httpStatus: 200 });
    });

    it.each([
      ['null', null],
      ['a list', []],
      ['a body without a status', { id }],
      ['a status that is no text', { id, status: { word: 'done' } }],
    ])('JSON of another shape is told at once: %s', async (_what, answer) => {
      const error = await getting({ status: 200, body: answer });
      expect(factsOf(error)).toMatchObject({ _tag: 'Undecodable', retryable: false, attempts: 1 });
      expect(error).toMatchObject({ reason: 'shape', jobMayBeRunning: true });
    });

    it('ends a watch after five in a row, before any was good', async () => {
      const route = { ...asked(watch), status: 503, body: HTML };
      const error = await failing(times(5, route), watch.call);
      expect(factsOf(error)).toMatchObject({
        _tag: 'ServerFault',
        httpStatus: 503,
        retryable: true,
        jobMayBeRunning: true,
        attempts: 5,
      });
    });
  });
}
