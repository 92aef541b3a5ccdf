import Official from 'replicate';
import { firstValueFrom, lastValueFrom, tap } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Either, JobError } from 'rushes';
import { fixed, isLeft, isRight, outputOf, resultOf, toResult, unwrap } from 'rushes';
import { createReplicate } from '../../../examples/replicate/replicate.js';
import { ReplicateServer } from './ReplicateServer.js';

const VERSION = '5c7d5dc6dd8bf75c1acaa8565735e7986bc5b66206b55cca93cb72c9bf15ccaa';
const MOMENT = Date.UTC(2023, 8, 8, 16, 19, 34, 765);

/** Milliseconds between looks, for both. */
const interval = 2;

/** The last snapshot of a job; throws its error. */
async function lastOf<T>(events: Observable<Either<JobError, T>>): Promise<T> {
  const event = await lastValueFrom(events);
  if (isLeft(event)) throw event.left;
  return event.right;
}

describe('The example client of Replicate, and the official one,', () => {
  let server: ReplicateServer;
  let official: Official;
  let ours: ReturnType<typeof createReplicate>;

  beforeEach(async () => {
    server = await new ReplicateServer().open();
    const { baseUrl, token } = server;
    official = new Official({ auth: token, baseUrl, useFileOutput: false });
    ours = createReplicate({ apiToken: token, baseUrl, cadence: fixed(interval) });
  });

  afterEach(async () => {
    await ours.close();
    await server.close();
  });

  it('run a version to its end, ask for the same, and get the same', async () => {
    const input = { text: 'Alice' };
    const theirs = await official.wait(
      await official.predictions.create({ version: VERSION, input }),
      { interval },
    );
    const output = await outputOf(ours.predictions.run({ version: VERSION, input }));
    expect(theirs.output).toBe('hello Alice');
    expect(output).toEqual({ output: 'hello Alice', data_removed: false, predict_time: 0.012683 });
    expect(output.predict_time).toBe(theirs.metrics?.predict_time);
    const [first, second] = server.orders;
    expect(first).toEqual({
      path: '/v1/predictions',
      prefer: undefined,
      body: { version: VERSION, input },
    });
    expect(second).toEqual(first);
    expect(server.requests.filter((line) => line.startsWith('POST'))).toHaveLength(2);
  });

  it('run an official model by its name', async () => {
    const ask = { model: 'acme/painter', input: { text: 'Bob' } } as const;
    const { model } = await official.predictions.create(ask);
    const { raw } = await lastOf(ours.predictions.run(ask));
    expect(raw).toMatchObject({ model });
    expect(server.orders[1]).toEqual(server.orders[0]);
    expect(server.orders[0]?.path).toBe('/v1/models/acme/painter/predictions');
  });

  it('let the create wait for the end, and look no more', async () => {
    const ask = { version: VERSION, input: { text: 'Carol' }, wait: 10 };
    const theirs = await official.predictions.create(ask);
    const { output } = await outputOf(ours.predictions.run(ask));
    expect([theirs.status, theirs.output, output]).toEqual([
      'succeeded',
      'hello Carol',
      'hello Carol',
    ]);
    expect(server.orders.map(({ prefer }) => prefer)).toEqual(['wait=10', 'wait=10']);
    expect(server.requests).toEqual(['POST /v1/predictions', 'POST /v1/predictions']);
  });

  it('see the same words on the way', async () => {
    const words: string[][] = [[], []];
    const ask = { version: VERSION, input: { text: 'Dan' } } as const;
    await official.run(
      `replicate/hello-world:${VERSION}`,
      { input: ask.input, wait: { mode: 'poll', interval } },
      ({ status }) => words[0]?.push(status),
    );
    await lastOf(
      ours.predictions
        .run(ask)
        .pipe(tap((event) => words[1]?.push(isRight(event) ? event.right.status : 'failed'))),
    );
    expect([...new Set(words[0])]).toEqual(['starting', 'processing', 'succeeded']);
    expect(words[1]).toEqual(['starting', 'processing', 'succeeded']);
  });

  it('cancel a prediction that runs', async () => {
    server.courses.push({ words: ['starting'] }, { words: ['processing'] });
    const { id } = await official.predictions.create({ version: VERSION, input: {} });
    expect(await official.predictions.cancel(id)).toMatchObject({ status: 'canceled' });
    const ref = await unwrap(ours.predictions.submit({ version: VERSION, input: {} }));
    const watched = firstValueFrom(ours.predictions.watch(ref).pipe(toResult()));
    expect(await lastOf(ours.predictions.cancel(ref))).toMatchObject({ phase: 'canceled' });
    expect(await watched).toMatchObject({ left: { _tag: 'JobCanceled' } });
    expect(await official.predictions.get(ref.id)).toMatchObject({ status: 'canceled' });
    expect(server.requests.filter((line) => line.endsWith('/cancel'))).toHaveLength(2);
  });

  it('are told why a prediction failed', async () => {
    const course = { words: ['starting', 'failed'], error: 'CUDA out of memory' };
    server.courses.push(course, course);
    const created = await official.predictions.create({ version: VERSION, input: {} });
    await expect(official.wait(created, { interval })).rejects.toThrow('CUDA out of memory');
    const result = await resultOf(ours.predictions.run({ version: VERSION, input: {} }));
    expect(result).toMatchObject({
      left: { _tag: 'JobFailed', snapshot: { failure: { message: 'CUDA out of memory' } } },
    });
  });

  it('find every file of an output, whatever its shape', async () => {
    const output = {
      video: 'https://replicate.delivery/x/out.mp4',
      frames: ['https://replicate.delivery/x/0.png', 'no file'],
      score: 0.5,
    };
    const course = { words: ['succeeded'], output };
    server.courses.push(course, course);
    const theirs = await official.run(`replicate/hello-world:${VERSION}`, { input: {} });
    const ended = await lastOf(ours.predictions.run({ version: VERSION, input: {} }));
    expect(theirs).toEqual(output);
    expect(ended.output).toMatchObject({ output });
    const expiresAt = MOMENT + 3_600_000;
    expect(ended.assets).toEqual([
      { url: output.video, type: 'video', role: 'output.video', expiresAt },
      { url: output.frames[0], type: 'image', role: 'output.frames.0', expiresAt },
    ]);
  });

  it('list all predictions, page by page', async () => {
    for (const text of ['a', 'b', 'c', 'd', 'e']) {
      await official.predictions.create({ version: VERSION, input: { text } });
    }
    const theirs: string[] = [];
    for await (const page of official.paginate(() => official.predictions.list())) {
      theirs.push(...page.map(({ id }) => id));
    }
    const idsFrom = async (query?: { readonly cursor?: string }): Promise<readonly string[]> => {
      const { items, next } = await unwrap(ours.predictions.list(query));
      const rest = next === undefined ? [] : await idsFrom(next);
      return [...items.map(({ ref }) => ref.id), ...rest];
    };
    const found = await idsFrom();
    expect(found).toHaveLength(5);
    expect(found).toEqual(theirs);
  });

  it('know whose token it is', async () => {
    const { username, type } = await official.accounts.current();
    expect(await unwrap(ours.account())).toEqual({ username, type });
  });

  it('are refused with another token, which stays out of the error', async () => {
    const { baseUrl } = server;
    const token = 'r8_another-canary-token';
    const stranger = createReplicate({ apiToken: token, baseUrl });
    const refused = await resultOf(stranger.predictions.watch('gm3qorzdhgbfurvjtvhg6dckh0'));
    await expect(
      new Official({ auth: token, baseUrl }).predictions.get('gm3qorzdhgbfurvjtvhg6dckh0'),
    ).rejects.toThrow(/401/);
    expect(refused).toMatchObject({ left: { _tag: 'Unauthorized', httpStatus: 401 } });
    expect(JSON.stringify(refused)).not.toContain(token);
    await stranger.close();
  });

  it('wait as long as a refusal for too many requests asks', async () => {
    const detail = 'Request was throttled. Expected available in 1 second.';
    server.refusals.push({ status: 429, body: { detail } });
    const limited = await resultOf(
      ours.predictions.run({ version: VERSION, input: {} }, { whenLimited: 'fail' }),
    );
    expect(limited).toMatchObject({ left: { _tag: 'RateLimited', retryAfterMs: 1_000 } });
  });

  it('differ at aborted: the official one knows no end in it, ours is told', async () => {
    server.courses.push({ words: ['starting', 'aborted'] });
    const ended = await lastOf(ours.predictions.run({ version: VERSION, input: {} }));
    expect(ended).toMatchObject({ phase: 'canceled', status: 'aborted' });
  });

  it('tell of an input that the model refuses', async () => {
    const body = { title: 'Input validation failed', detail: '- text is required', status: 422 };
    server.refusals.push({ status: 422, body }, { status: 422, body });
    const ask = { version: VERSION, input: {} };
    await expect(official.predictions.create(ask)).rejects.toThrow(/422.*text is required/s);
    expect(await resultOf(ours.predictions.run(ask))).toMatchObject({
      left: {
        _tag: 'Rejected',
        outcome: 'rejected',
        message: expect.stringContaining('text is required') as string,
      },
    });
  });
});
