import type { Observable } from 'rxjs';
import { lastValueFrom } from 'rxjs';
import type { Either, JobError } from 'rushes';
import { fixed, isLeft, isRight, outputOf, resultOf, toAsyncIterable, unwrap } from 'rushes';
import { createAcme } from '../../providers/acme/acme.js';
import { AcmeServer } from './AcmeServer.js';

/** The last event of a stream; throws its error. */
async function lastOf<T>(events: Observable<Either<JobError, T>>): Promise<T> {
  const event = await lastValueFrom(events);
  if (isLeft(event)) throw event.left;
  return event.right;
}

describe('The example vendor, over HTTP,', () => {
  let server: AcmeServer;
  let acme: ReturnType<typeof createAcme>;

  beforeEach(async () => {
    server = await new AcmeServer().open();
    acme = createAcme({ apiKey: server.key, baseUrl: server.baseUrl, cadence: fixed(2) });
  });

  afterEach(async () => {
    await acme.close();
    await server.close();
  });

  it('makes a clip and follows it to its end', async () => {
    const told: string[] = [];
    for await (const event of toAsyncIterable(acme.clips.run({ prompt: 'a cat' }))) {
      if (isRight(event)) told.push(`${event.right.phase} ${event.right.progress ?? '-'}`);
    }
    expect(told).toEqual(['queued -', 'running 0.5', 'succeeded 1']);
    expect(server.requests).toEqual([
      'POST /clips {"prompt":"a cat"}',
      'GET /clips/clip-1',
      'GET /clips/clip-1',
    ]);
  });

  it('gives the output as a promise, and the files', async () => {
    const { url } = await outputOf(acme.clips.run({ prompt: 'a cat' }));
    expect(await unwrap(acme.clips.refresh('clip-1'))).toEqual([
      { url, type: 'video', role: 'url' },
    ]);
  });

  it('tells why a clip failed', async () => {
    expect(await resultOf(acme.clips.run({ prompt: 'the dark' }))).toMatchObject({
      left: { _tag: 'JobFailed', snapshot: { failure: { message: 'Too dark.' } } },
    });
  });

  it('makes another clip of one, follows that, and leaves the first', async () => {
    const first = await unwrap(acme.clips.submit({ prompt: 'a cat' }));
    const longer = await lastOf(acme.clips.extend(first, { seconds: 4 }));
    expect([first.id, longer.ref.id, longer.phase]).toEqual(['clip-1', 'clip-2', 'succeeded']);
    expect(server.requests).toContain('POST /clips/clip-1/extend {"seconds":4}');
  });

  it('lists, deletes, and asks what makes no clip', async () => {
    await unwrap(acme.clips.submit({ prompt: 'a cat' }));
    const { items } = await unwrap(acme.clips.list());
    expect(items.map(({ ref }) => ref.id)).toEqual(['clip-1']);
    await unwrap(acme.clips.remove('clip-1'));
    expect((await unwrap(acme.clips.list())).items).toEqual([]);
    expect(await unwrap(acme.styles())).toEqual(['noir', 'pastel']);
  });

  it('is refused without the right key, which no error shows', async () => {
    const stranger = createAcme({ apiKey: 'canary-wrong-key-42', baseUrl: server.baseUrl });
    const refused = await resultOf(stranger.clips.run({ prompt: 'a cat' }));
    expect(refused).toMatchObject({ left: { _tag: 'Unauthorized', outcome: 'rejected' } });
    expect(JSON.stringify(refused)).not.toContain('canary');
    await stranger.close();
  });

  it('sends nothing that breaks a rule', async () => {
    const refused = await resultOf(acme.clips.run({ prompt: '' }));
    expect(refused).toMatchObject({ left: { _tag: 'InvalidInput', issues: [{ path: 'prompt' }] } });
    expect(server.requests).toEqual([]);
  });
});
