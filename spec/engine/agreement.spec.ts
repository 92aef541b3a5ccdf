import fc from 'fast-check';
import type { Observable } from 'rxjs';
import { defer, filter, map } from 'rxjs';
import type { JobSnapshot } from 'rushes';
import { earliest, isRight, jittered, serverHint } from 'rushes';
import { distinctSnapshots, poll, retryTransient, untilTerminal } from 'rushes/operators';
import type { HttpResponse } from '../../src/contract/HttpPort.js';
import type { Environment } from '../../src/engine/Environment.js';
import { errorOfResponse } from '../../src/engine/errorOfResponse.js';
import { toSnapshot } from '../../src/engine/toSnapshot.js';
import { aurora } from '../../src/providers/creatify/aurora/aurora.js';
import { creatify } from '../../src/providers/creatify/creatify.js';
import type { Cadence } from '../../src/timing/Cadence.js';
import { parseRetryAfter } from '../../src/timing/parseRetryAfter.js';
import { auroraBody, ID } from './bodies.js';
import { observe } from './observe.js';
import { answer, broken } from './scriptedPort.js';
import type { Reply } from './scriptedPort.js';
import { moments, stage } from './stage.js';
import type { Stage } from './stage.js';

// Two drivers of the same steps: the engine's loop, and operators that anybody can put together.

const REF = { v: 1, provider: 'creatify', kind: 'aurora', id: ID } as const;

/** Goes by all that a cadence may know. */
const cadence: Cadence = earliest(
  jittered(({ looks, ageMs, lastGapMs = 0, phase, progress = 0 }) => {
    const pace = phase === 'running' ? 400 : 700;
    return pace + 10 * looks + 0.1 * ageMs + 0.2 * lastGapMs - 200 * progress;
  }),
  serverHint(() => 30_000),
);

interface Look {
  readonly snapshot: JobSnapshot<unknown>;
  readonly serverHintMs: number | undefined;
}

/** The snapshots of one scripted vendor by operators alone. */
function byOperators({ time, port }: Stage): Observable<JobSnapshot<unknown>> {
  const environment = {
    vendor: creatify,
    credentials: { secrets: () => [] },
  } as unknown as Environment;
  const { errorOf } = aurora;
  const exchange = {
    operation: 'aurora.watch',
    ref: REF,
    errorOf,
    request: aurora.look(ID),
    priority: 'look',
  } as const;
  const read = (response: HttpResponse): Look => {
    if (response.status !== 200) throw errorOfResponse(environment, exchange, response);
    const json: unknown = JSON.parse(response.body);
    const body = aurora.codec.decode(json);
    if (!isRight(body)) throw new Error('the scripted bodies can be read');
    const { snapshot } = toSnapshot(aurora, REF, body.right, json, time.now());
    return { snapshot, serverHintMs: parseRetryAfter(response.headers['retry-after']) };
  };
  const request = {
    method: 'GET',
    url: `https://api.creatify.ai/api/aurora/${ID}/`,
    headers: {},
    timeoutMs: 30_000,
  } as const;
  const { scheduler } = time;
  const random = (): number => 0.5;
  return defer(() => port.send(request)).pipe(
    map(read),
    retryTransient({ attempts: Infinity, scheduler, random }),
    poll(cadence, {
      scheduler,
      random,
      known: ({ snapshot, serverHintMs }) => ({ ...snapshot, serverHintMs }),
    }),
    map(({ snapshot }) => snapshot),
    untilTerminal(),
    distinctSnapshots(),
  );
}

const byTheEngine = (scene: Stage): Observable<JobSnapshot<unknown>> =>
  scene
    .creatify({ cadence })
    .aurora.watch(ID)
    .pipe(
      filter(isRight),
      map(({ right }) => right),
    );

function traceOf(
  script: readonly Reply[],
  drive: (scene: Stage) => Observable<JobSnapshot<unknown>>,
) {
  const scene = stage(script);
  const seen = observe(
    drive(scene).pipe(map((right) => ({ _tag: 'Right', right }) as const)),
    scene.time,
  );
  scene.time.flush();
  const result = {
    lines: seen.lines,
    defects: seen.defects,
    looks: moments(scene, scene.port.calls),
  };
  expect(scene.time.pending()).toBe(0);
  return result;
}

const afterMs = fc.nat(3_000);

/** Looks with progress that does not fall: what falls, only the engine holds up. */
const story: fc.Arbitrary<readonly Reply[]> = (() => {
  const good = fc.record({
    status: fc.constantFrom('pending', 'in_queue', 'running', 'running', 'odd'),
    progress: fc.nat(98),
    credits: fc.nat(2),
    signature: fc.nat(3),
    hint: fc.option(fc.nat(5), { nil: undefined }),
    afterMs,
  });
  const bad = fc.oneof(
    fc
      .record({ status: fc.constantFrom(408, 500, 502, 503, 520), afterMs })
      .map(({ status, ...when }) => answer(status, '', when)),
    fc
      .record({ seconds: fc.nat(20), afterMs })
      .map(({ seconds, ...when }) =>
        answer(503, '', { ...when, headers: { 'retry-after': String(seconds) } }),
      ),
    fc
      .record({ reason: fc.constantFrom('reset', 'timeout', 'refused'), afterMs })
      .map(({ reason, ...when }) => broken(reason as 'reset', when)),
  );
  const end = fc.constantFrom(auroraBody('done'), auroraBody('failed'), auroraBody('rejected'));
  return fc
    .record({
      stretches: fc.array(fc.record({ failures: fc.array(bad, { maxLength: 4 }), look: good }), {
        maxLength: 8,
      }),
      end,
    })
    .map(({ stretches, end: last }) => {
      let reported = 0;
      const looks = stretches.flatMap(({ failures, look }) => {
        reported = Math.max(reported, look.progress);
        const preview = `https://files.example/p.mp4?signature=${look.signature}`;
        const body = auroraBody(look.status, {
          progress: reported,
          credits_used: look.credits,
          preview,
        });
        const headers: Record<string, string> =
          look.hint === undefined ? {} : { 'retry-after': String(look.hint) };
        return [...failures, answer(200, body, { afterMs: look.afterMs, headers })];
      });
      return [...looks, answer(200, { ...last, progress: reported })];
    });
})();

describe('the engine’s loop and the operators', () => {
  it('look at the same moments and emit the same snapshots, whatever a vendor answers', () => {
    fc.assert(
      fc.property(story, (script) => {
        expect(traceOf(script, byTheEngine)).toEqual(traceOf(script, byOperators));
      }),
      { seed: 22, numRuns: 120 },
    );
  });

  it('are compared on stories with failures, hints and an end', () => {
    const lines = fc
      .sample(story, { seed: 22, numRuns: 50 })
      .map((script) => traceOf(script, byTheEngine));
    expect(lines.some(({ looks }) => looks.length > 8)).toBe(true);
    expect(lines.every(({ lines: words }) => words.at(-1)?.endsWith('|'))).toBe(true);
  });
});
