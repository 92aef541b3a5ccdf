import type { Observable } from 'rxjs';
import type { Either, JobError, JobErrorTag } from 'rushes';
import { isJobError } from 'rushes';
import {
  AURORA_INPUT,
  auroraBody,
  CHARACTER_INPUT,
  GENERATION_INPUT,
  ID,
  LIP_SYNC_INPUT,
} from '../bodies.js';
import { observe } from '../observe.js';
import { answer, broken } from '../scriptedPort.js';
import type { Reply } from '../scriptedPort.js';
import { stage } from '../stage.js';
import type { Stage } from '../stage.js';

interface Method {
  readonly provider: string;
  readonly operation: string;
  /** Whether it pays, goes on with a job, or asks about one, or about none. */
  readonly about: 'a new job' | 'a paid verb' | 'a free verb' | 'a job' | 'nothing';
  readonly call: (scene: Stage) => Observable<Either<JobError, unknown>>;
}

const METHODS: readonly Method[] = [
  {
    provider: 'creatify',
    operation: 'aurora.run',
    about: 'a new job',
    call: ({ creatify }) => creatify().aurora.run(AURORA_INPUT),
  },
  {
    provider: 'creatify',
    operation: 'aurora.submit',
    about: 'a new job',
    call: ({ creatify }) => creatify().aurora.submit(AURORA_INPUT),
  },
  {
    provider: 'sync',
    operation: 'generations.run',
    about: 'a new job',
    call: ({ sync }) => sync().generations.run(GENERATION_INPUT),
  },
  {
    provider: 'magic-hour',
    operation: 'lipSync.run',
    about: 'a new job',
    call: ({ magicHour }) => magicHour().lipSync.run(LIP_SYNC_INPUT),
  },
  {
    provider: 'aurous',
    operation: 'characters.submit',
    about: 'a new job',
    call: ({ aurous }) => aurous().characters.submit(CHARACTER_INPUT),
  },
  {
    provider: 'aurous',
    operation: 'characters.resynthesize',
    about: 'a paid verb',
    call: ({ aurous }) => aurous().characters.resynthesize(ID),
  },
  {
    provider: 'aurous',
    operation: 'characters.save',
    about: 'a free verb',
    call: ({ aurous }) => aurous().characters.save(ID),
  },
  {
    provider: 'creatify',
    operation: 'aurora.watch',
    about: 'a job',
    call: ({ creatify }) => creatify().aurora.watch(ID),
  },
  {
    provider: 'sync',
    operation: 'generations.get',
    about: 'a job',
    call: ({ sync }) => sync().generations.get(ID),
  },
  {
    provider: 'magic-hour',
    operation: 'videos.get',
    about: 'a job',
    call: ({ magicHour }) => magicHour().videos.get(ID),
  },
  {
    provider: 'aurous',
    operation: 'characters.remove',
    about: 'a job',
    call: ({ aurous }) => aurous().characters.remove(ID),
  },
  {
    provider: 'creatify',
    operation: 'client.watch',
    about: 'a job',
    call: ({ creatify }) =>
      creatify().watch({ v: 1, provider: 'creatify', kind: 'aurora', id: ID }),
  },
  {
    provider: 'aurous',
    operation: 'characters.list',
    about: 'nothing',
    call: ({ aurous }) => aurous().characters.list(),
  },
  { provider: 'sync', operation: 'errors', about: 'nothing', call: ({ sync }) => sync().errors() },
];

/** What went wrong, its tag for a read, and whether reading again may help. */
const FAILURES: readonly (readonly [string, Reply, JobErrorTag, boolean])[] = [
  ['HTTP 400', answer(400), 'Rejected', false],
  ['HTTP 401', answer(401), 'Unauthorized', false],
  ['HTTP 402', answer(402), 'PaymentRequired', false],
  ['HTTP 403', answer(403), 'Unauthorized', false],
  ['HTTP 404', answer(404), 'NotFound', false],
  ['HTTP 408', answer(408), 'TimedOut', true],
  ['HTTP 409', answer(409), 'Rejected', false],
  ['HTTP 422', answer(422), 'Rejected', false],
  [
    'HTTP 429 for long',
    answer(429, '', { headers: { 'retry-after': '3600' } }),
    'RateLimited',
    true,
  ],
  ['HTTP 500', answer(500), 'ServerFault', true],
  ['HTTP 501', answer(501), 'ServerFault', false],
  ['HTTP 503', answer(503), 'ServerFault', true],
  ['HTTP 505', answer(505), 'ServerFault', false],
  ['HTTP 302', answer(302), 'UnexpectedRedirect', false],
  ['an opaque redirect', answer(0), 'UnexpectedRedirect', false],
  ['a reset', broken('reset'), 'NetworkFault', true],
  ['a refused connection', broken('refused', { sent: false }), 'NetworkFault', true],
  ['a timeout', broken('timeout'), 'TimedOut', true],
  ['too many bytes', broken('too-large'), 'Undecodable', false],
  ['a page', answer(200, '<html>'), 'Undecodable', true],
];

describe.each(METHODS)(
  'an error of $provider $operation',
  ({ provider, operation, about, call }) => {
    it.each(FAILURES)('after %s tells what is known', (_what, reply, tag, transient) => {
      const scene = stage([reply]);
      const seen = observe(call(scene), scene.time);
      scene.time.flush();
      // What is deleted is deleted, whatever the body says.
      if (seen.errors.length === 0) {
        expect(operation).toBe('characters.remove');
        return;
      }
      const { error } = seen;
      expect(isJobError(error)).toBe(true);
      expect(error).toMatchObject({ provider, operation });
      expect(error.attempts).toBe(scene.port.calls.length);
      expect(error.name).toBe(error._tag);
      expect(error.message).toContain(operation === 'client.watch' ? 'aurora.watch' : operation);

      const paid = about === 'a new job' || about === 'a paid verb';
      if (!paid) {
        expect(error._tag).toBe(tag);
        expect(error.retryable).toBe(transient);
        expect(error.outcome).toBeUndefined();
        expect(error.jobMayBeRunning).toBe(about !== 'nothing' && tag !== 'NotFound');
      } else {
        expect(error.outcome).toBeDefined();
        expect(error.jobMayBeRunning).toBe(error.outcome === 'unknown');
        if (error.retryable) expect(error.jobMayBeRunning).toBe(false);
        if (error.outcome !== 'unknown') expect(error._tag).toBe(tag);
      }
      expect(error.ref?.id).toBe(about === 'nothing' || about === 'a new job' ? undefined : ID);
    });
  },
);

describe('an error of a job that was paid for', () => {
  it.each(FAILURES.filter(([, , tag]) => tag !== 'NotFound'))(
    'after %s sends nobody to pay again',
    (_what, reply) => {
      const scene = stage([answer(201, auroraBody('pending')), reply]);
      const seen = observe(
        scene.creatify().aurora.run(AURORA_INPUT, { deadlineMs: 60_000 }),
        scene.time,
      );
      scene.time.flush();
      expect(seen.error).toMatchObject({
        operation: 'aurora.run',
        ref: { id: ID },
        retryable: false,
        jobMayBeRunning: true,
      });
    },
  );
});
