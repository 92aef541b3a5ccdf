import fc from 'fast-check';
import { map } from 'rxjs';
import type { Observable, SchedulerLike } from 'rxjs';
import { createCreatify } from '../../src/clients/creatify.js';
import { exponential, jittered } from '../../src/contract/cadences.js';
import { HttpFault } from '../../src/contract/HttpFault.js';
import type { Phase } from '../../src/model/Phase.js';
import { orThrow } from '../../src/operators/orThrow.js';
import { poll } from '../../src/operators/poll.js';
import { retryTransient } from '../../src/operators/retryTransient.js';
import { untilTerminal } from '../../src/operators/untilTerminal.js';
import type { History, SourceEvent, TraceEntry } from '../../src/testing/traceOf.js';
import { DEFAULT_BACKOFF } from '../../src/timing/Backoff.js';
import { CADENCE_START, cadenceStep } from '../../src/timing/cadenceStep.js';
import { completionStep } from '../../src/timing/completionStep.js';
import { RETRY_START, retryStep } from '../../src/timing/retryStep.js';
import { itAgreesWithItsStep } from './itAgreesWithItsStep.js';
import { UNTIL_MS } from './looks.js';
import { Trace } from './Trace.js';

const random = () => 0.75;
const cadence = jittered(exponential({ initialMs: 300, factor: 1.6, maxMs: 12_000 }), 0.2);

/** What the vendor's words mean. */
const PHASES = {
  pending: 'queued',
  running: 'running',
  done: 'succeeded',
  failed: 'failed',
} as const satisfies Readonly<Record<string, Phase>>;
type Word = keyof typeof PHASES;

/** Looks that are answered, and at most four in a row that break: so many a first look is given. */
const anyHistory: fc.Arbitrary<History<Word>> = (() => {
  const afterMs = fc.nat(4_000);
  const answered = fc
    .record({
      afterMs,
      value: fc.constantFrom<Word>('pending', 'running', 'running', 'done', 'failed'),
    })
    .map(({ value, ...time }): readonly SourceEvent<Word>[] => [
      { ...time, type: 'next', value },
      { afterMs: 0, type: 'complete' },
    ]);
  const broken = afterMs.map((time): readonly SourceEvent<Word>[] => [
    {
      afterMs: time,
      type: 'error',
      error: new HttpFault({ reason: 'reset', sent: true, message: 'reset' }),
    },
  ]);
  const stretch = fc.tuple(fc.array(broken, { maxLength: 4 }), answered);
  return fc
    .array(stretch, { maxLength: 8 })
    .map((parts) => parts.flatMap(([failures, success]) => [...failures, success]));
})();

/** One watch, told by the three steps that it consists of. */
function watched(history: History<Word>): readonly TraceEntry<Phase>[] {
  const trace = new Trace<Phase>();
  const looks = cadenceStep(cadence);
  const retries = retryStep({ backoff: DEFAULT_BACKOFF });
  let [plan, retry, completion] = [CADENCE_START, RETRY_START, { over: false }];
  for (const [event] of [...history, []]) {
    trace.subscribe();
    if (event === undefined) break;
    trace.wait(event.afterMs);
    if (event.type === 'next') {
      const phase = PHASES[event.value];
      const [over, commands] = completionStep('settled')(completion, { phase });
      completion = over;
      trace.next(phase);
      if (commands.includes('complete')) {
        trace.complete();
        break;
      }
      [retry] = retries(retry, { type: 'success' });
      const answer = { type: 'answered', ageMs: trace.now, phase, random: random() } as const;
      const [next, [look]] = looks(plan, answer);
      plan = next;
      trace.wait(look?.afterMs ?? NaN);
    } else {
      const failure = { type: 'failure', transient: true, attempts: Infinity } as const;
      const [next, [command]] = retries(retry, { ...failure, random: random() });
      retry = next;
      trace.wait(command?.type === 'again' ? command.afterMs : NaN);
    }
  }
  return trace.entries;
}

const byOperators = (source: Observable<Word>, scheduler: SchedulerLike): Observable<Phase> =>
  source.pipe(
    map((word) => ({ phase: PHASES[word] })),
    retryTransient({ attempts: Infinity, scheduler, random }),
    poll(cadence, { scheduler, random }),
    untilTerminal(),
    map(({ phase }) => phase),
  );

const byTheEngine = (source: Observable<Word>, scheduler: SchedulerLike): Observable<Phase> => {
  const answer$ = source.pipe(
    map((status) => {
      const video_output = status === 'done' ? 'https://files.example/film.mp4' : null;
      return { status: 200, headers: {}, body: JSON.stringify({ id: '42', status, video_output }) };
    }),
  );
  const creatify = createCreatify({
    apiId: 'an-id',
    apiKey: 'a-key',
    http: { send: () => answer$ },
    timeoutMs: 2 * UNTIL_MS,
    cadence,
    scheduler,
    random,
  });
  return creatify.aurora.watch('42', { emit: 'looks' }).pipe(
    orThrow(),
    map(({ phase }) => phase),
  );
};

describe('one history', () => {
  for (const [name, drive] of [
    ['a watch by operators', byOperators],
    ['a watch by the engine', byTheEngine],
  ] as const) {
    itAgreesWithItsStep<Word, Phase>(
      { name, drive, model: watched, untilMs: UNTIL_MS },
      anyHistory,
    );
  }

  it('comes to the job’s end at times, and at times does not', () => {
    const ends = fc.sample(anyHistory, 200).map((history) => watched(history).at(-1)?.type);
    expect(new Set(ends)).toEqual(new Set(['complete', 'subscribe']));
  });
});
