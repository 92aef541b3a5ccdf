import { inspect } from 'node:util';
import { Subject, takeUntil } from 'rxjs';
import type { DiagnosticEvent } from 'rushes';
import { auroraBody, AURORA_INPUT, ID } from '../bodies.js';
import { observe } from '../observe.js';
import { answer, broken } from '../scriptedPort.js';
import { CREATIFY_KEYS, stage } from '../stage.js';

describe('diagnostics', () => {
  it('tell of every request, answer and retry, with its job', () => {
    const scene = stage([
      answer(201, auroraBody('pending')),
      answer(503, '', { afterMs: 40 }),
      answer(200, auroraBody('done')),
    ]);
    observe(scene.creatify().aurora.run(AURORA_INPUT), scene.time);
    scene.time.flush();
    const about = { provider: 'creatify' };
    const look = { ...about, operation: 'aurora.watch', ref: { id: ID } };
    expect(scene.told).toMatchObject([
      { ...about, type: 'request', method: 'POST', path: '/api/aurora/', operation: 'aurora.run' },
      { ...about, type: 'response', status: 201, operation: 'aurora.run' },
      { ...look, type: 'request', method: 'GET', path: `/api/aurora/${ID}/` },
      { ...look, type: 'response', status: 503, durationMs: 40 },
      { ...look, type: 'retry', reason: 'ServerFault', afterMs: 250 },
      { ...look, type: 'request' },
      { ...look, type: 'response', status: 200 },
    ]);
  });

  it('hold no key, no body and no query', () => {
    const scene = stage([
      answer(201, auroraBody('pending')),
      broken('reset'),
      answer(401, { detail: `key ${CREATIFY_KEYS.apiKey} is not valid` }),
      answer(200, [auroraBody('done')]),
    ]);
    const { aurora } = scene.creatify();
    observe(aurora.run({ ...AURORA_INPUT, text_prompt: 'canary-prompt' }), scene.time);
    scene.time.flush();
    observe(aurora.list({ ids: [ID], ordering: 'canary-query' }), scene.time);
    expect(scene.told.length).toBeGreaterThan(6);
    expect(inspect(scene.told, { depth: Infinity })).not.toContain('canary');
  });

  it('may be an observer', () => {
    const scene = stage([answer(200, auroraBody('done'))]);
    const types: string[] = [];
    const diagnostics = { next: ({ type }: { readonly type: string }) => void types.push(type) };
    observe(scene.creatify({ diagnostics }).aurora.get(ID), scene.time);
    expect(types).toEqual(['request', 'response']);
  });

  const fails = (): never => {
    throw new Error('the log is full');
  };

  it.each([
    ['a function', fails],
    ['an observer', { next: fails }],
  ])('hurt no job where %s fails', (_what, diagnostics) => {
    const scene = stage([answer(503), answer(200, auroraBody('done'))]);
    const seen = observe(scene.creatify({ diagnostics }).aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(seen.words).toEqual(['succeeded done 1', '|']);
  });

  it('may make an end of the call that they tell of', () => {
    const scene = stage([answer(429), answer(201, auroraBody('pending'))]);
    const stop$ = new Subject<void>();
    const diagnostics = ({ type }: DiagnosticEvent): void => {
      if (type === 'retry') stop$.next();
    };
    const job$ = scene.creatify({ diagnostics }).aurora.run(AURORA_INPUT);
    const seen = observe(job$.pipe(takeUntil(stop$)), scene.time);
    scene.time.flush();
    expect(seen.words).toEqual(['|']);
    expect(scene.port.posts).toHaveLength(1);
    expect(scene.time.pending()).toBe(0);
  });
});
