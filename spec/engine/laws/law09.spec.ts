import { EMPTY, firstValueFrom, NEVER, take, takeUntil, timer, toArray } from 'rxjs';
import type { JobStream, JobResult } from 'rushes';
import { isLeft, toResult } from 'rushes';
import { auroraBody, AURORA_INPUT, characterBody, ID } from '../bodies.js';
import { answer } from '../scriptedPort.js';
import type { Reply } from '../scriptedPort.js';
import { stage } from '../stage.js';

describe('Law 9: toResult() always gives one value', () => {
  const outcomes: readonly (readonly [string, readonly Reply[], string])[] = [
    ['a success', [answer(200, auroraBody('done'))], 'Right'],
    ['a failure', [answer(200, auroraBody('failed'))], 'JobFailed'],
    ['a job that is gone', [answer(410)], 'JobGone'],
    ['a refusal', [answer(401)], 'Unauthorized'],
    ['a job that nobody knows', [answer(404)], 'NotFound'],
    ['a body of another shape', [answer(200, {})], 'Undecodable'],
  ];

  const wordOf = (result: JobResult<unknown>): string =>
    isLeft(result) ? result.left._tag : 'Right';

  it.each(outcomes)('for %s', (_what, replies, word) => {
    const scene = stage(replies);
    const results: string[] = [];
    scene
      .creatify()
      .aurora.watch(ID)
      .pipe(toResult())
      .subscribe((result) => results.push(wordOf(result)));
    scene.time.flush();
    expect(results).toEqual([word]);
  });

  it('for a job that waits for a person', () => {
    const scene = stage([answer(200, characterBody('reviewing'))]);
    const results: string[] = [];
    scene
      .aurous()
      .characters.watch(ID)
      .pipe(toResult())
      .subscribe((result) => results.push(wordOf(result)));
    expect(results).toEqual(['ActionNeeded']);
  });

  it.each<[string, (job$: JobStream<unknown>) => JobStream<unknown>]>([
    ['after its first event', (job$) => job$.pipe(take(1))],
    ['before its first event', () => EMPTY],
  ])('gives Aborted for a stream that is cut short %s', async (_when, cut) => {
    const scene = stage([answer(201, auroraBody('pending'))]);
    const job$ = cut(scene.creatify().aurora.run(AURORA_INPUT));
    const results = await firstValueFrom(job$.pipe(toResult(), toArray()));
    expect(results.map(wordOf)).toEqual(['Aborted']);
    expect(scene.time.pending()).toBe(0);
  });

  it('gives Aborted, with the job to watch again, when time is called', () => {
    const scene = stage([answer(201, auroraBody('pending')), answer(200, auroraBody('running'))]);
    const results: JobResult<unknown>[] = [];
    scene
      .creatify()
      .aurora.run(AURORA_INPUT)
      .pipe(takeUntil(timer(2_500, scene.time.scheduler)), toResult())
      .subscribe((result) => results.push(result));
    scene.time.flush();
    expect(results).toMatchObject([
      { left: { _tag: 'Aborted', ref: { id: ID }, jobMayBeRunning: true } },
    ]);
  });

  it('gives none while the job goes on', () => {
    const results: unknown[] = [];
    (NEVER as JobStream<unknown>).pipe(toResult()).subscribe((result) => results.push(result));
    expect(results).toEqual([]);
  });
});
