import { lastValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import type { CreateMethods, Either, HttpCall, HttpPort, JobError, JobEvent } from 'rushes';
import { isLeft, toResult } from 'rushes';
import type { MagicHour } from 'rushes/magic-hour';
import { createMagicHour } from 'rushes/magic-hour';
import type { SimulationOptions } from 'rushes/testing';
import { simulate, virtualTime } from 'rushes/testing';
import { methodNameOf, TOOL_OPERATIONS } from '../providers/magicHour/operations.js';
import { TOOL_INPUTS } from '../providers/magicHour/toolInputs.js';
import { leftOf, rightOf, wordsOf } from './routeTable.js';

type ToolName = keyof typeof TOOL_INPUTS;

/** A client and a simulated Magic Hour in one virtual time. */
function stage(options: Partial<SimulationOptions> = {}) {
  const time = virtualTime({ startAt: Date.UTC(2026, 10, 22) });
  const { scheduler } = time;
  const sim = simulate({ scheduler, durationMs: 20_000, ...options });
  const calls: HttpCall[] = [];
  const http: HttpPort = {
    send: (call) => {
      calls.push(call);
      return sim.http.send(call);
    },
  };
  const client = createMagicHour({
    ...sim.magicHour.options,
    http,
    scheduler,
    random: () => 0.5,
  });
  /** All values of a stream, in as much time as it wants. */
  const all = <T>(source$: Observable<T>): readonly T[] => {
    const values: T[] = [];
    const failures: unknown[] = [];
    source$.subscribe({
      next: (value) => values.push(value),
      error: (error: unknown) => failures.push(error),
    });
    time.flush();
    expect(failures).toEqual([]);
    return values;
  };
  const only = <T>(source$: Observable<Either<JobError, T>>): T => {
    const values = all(source$);
    expect(values).toHaveLength(1);
    return rightOf(values[0]);
  };
  return { time, sim: sim.magicHour, client, calls, all, only };
}

/** A tool, whichever it is: each takes its own input. */
const toolOf = (client: MagicHour, name: ToolName) =>
  client[name] as CreateMethods<unknown, { readonly downloads: readonly object[] }>;

const phasesOf = (events: readonly JobEvent<unknown>[]): readonly string[] =>
  events.map((event) => (isLeft(event) ? event.left._tag : event.right.phase));

const EACH = TOOL_OPERATIONS.map(
  (operation) => [methodNameOf(operation) as ToolName, `${operation.kind}s`] as const,
);

describe('every tool of Magic Hour, simulated, in virtual time', () => {
  it.each(EACH)('%s makes one of the %s and gives its files', (name, family) => {
    const { client, all, sim } = stage();
    const { least, full } = TOOL_INPUTS[name];
    for (const input of [least, ...full]) {
      const events = all(toolOf(client, name).run(input));
      expect([...new Set(phasesOf(events))]).toEqual(['queued', 'running', 'succeeded']);
      const last = rightOf(events.at(-1));
      expect(last.ref).toMatchObject({ provider: 'magic-hour', kind: family });
      expect(last).toMatchObject({ status: 'complete', progress: 1 });
      expect(last.output?.downloads.length).toBeGreaterThan(0);
      expect(last.assets).toHaveLength(last.output?.downloads.length ?? 0);
      expect(last.credits).toBeGreaterThanOrEqual(0);
      expect(last.assets.every(({ expiresAt = 0 }) => expiresAt > last.observedAt)).toBe(true);
    }
    expect(sim.creates).toBe(1 + full.length);
  });

  it.each(EACH)('%s fails for the reason that the vendor gives', (name, family) => {
    const { client, all, sim } = stage();
    const failure = { code: 'content_policy_violation', message: 'This cannot be made' };
    sim.nextJob({ outcome: 'failed', failure });
    const events = all(toolOf(client, name).run(TOOL_INPUTS[name].least));
    expect(rightOf(events.at(-1))).toMatchObject({
      phase: 'failed',
      failure,
      credits: 0,
      ref: { kind: family },
    });
  });

  it.each(EACH)('%s gives a reference that the client and %s watch', (name, family) => {
    const { client, all, only } = stage();
    const ref = only(toolOf(client, name).submit(TOOL_INPUTS[name].least));
    expect(ref.kind).toBe(family);
    const projects = client[family as 'videos' | 'images' | 'audios'];
    for (const watch of [() => client.watch(ref), () => projects.watch(ref.id)]) {
      expect(phasesOf(all(watch() as Observable<JobEvent<unknown>>)).at(-1)).toBe('succeeded');
    }
  });

  it('gives as many images as were ordered', () => {
    const { client, all } = stage();
    const events = all(client.aiImageGenerator.run({ image_count: 4, style: { prompt: 'A fox' } }));
    const { output, assets } = rightOf(events.at(-1));
    expect(output).toMatchObject({ image_count: 4 });
    expect(new Set(output?.downloads.map(({ url }) => url)).size).toBe(4);
    expect(assets.map(({ type }) => type)).toEqual(Array(4).fill('image'));
  });
});

describe('projects of Magic Hour, simulated', () => {
  it.each([
    ['videos', 'lipSync'],
    ['images', 'photoColorizer'],
    ['audios', 'aiVoiceCloner'],
  ] as const)('%s are gone once they are removed, in either way of telling', (family, name) => {
    for (const deleted of ['disabled', 'not-found'] as const) {
      const { client, all, only, sim } = stage({ magicHour: { deleted } });
      const { ref } = rightOf(all(toolOf(client, name).run(TOOL_INPUTS[name].least)).at(-1));
      expect(only(client[family].remove(ref))).toBeUndefined();
      expect(phasesOf(all(client[family].get(ref) as Observable<JobEvent<unknown>>))).toEqual([
        'gone',
      ]);
      expect(only(client[family].remove(ref))).toBeUndefined();
      expect(sim.creates).toBe(1);
    }
  });

  it.each([
    ['videos', 'lipSync'],
    ['images', 'photoColorizer'],
    ['audios', 'aiVoiceCloner'],
  ] as const)('%s end as canceled where a person canceled them', (_family, name) => {
    const { client, all, sim } = stage();
    sim.nextJob({ outcome: 'canceled' });
    const events = all(toolOf(client, name).run(TOOL_INPUTS[name].least));
    expect(phasesOf(events).at(-1)).toBe('canceled');
  });

  it('give fresh URLs of their files, without another job', () => {
    const { client, all, only, time, sim } = stage();
    const { ref, assets } = rightOf(all(client.lipSync.run(TOOL_INPUTS.lipSync.least)).at(-1));
    time.advance(3_600_000);
    const [fresh] = only(client.videos.refresh(ref));
    expect(fresh?.url).not.toBe(assets[0]?.url);
    expect(fresh?.expiresAt).toBeGreaterThan(assets[0]?.expiresAt ?? Infinity);
    expect(sim.creates).toBe(1);
  });

  it.each(['message', 'code-and-message'] as const)(
    'tell of refusals in the body { %s }',
    (errorBody) => {
      const { client, all } = stage({ magicHour: { errorBody } });
      const assets = { image_file_path: 'https://media.example/face.mp4' };
      const error = leftOf(all(client.photoColorizer.run({ assets }))[0]);
      expect(error).toMatchObject({ _tag: 'Rejected', httpStatus: 422, outcome: 'rejected' });
      expect(error.message).toContain("'mp4' is an invalid image extension");
      const code = errorBody === 'message' ? undefined : 'unprocessable_entity';
      expect(error.vendorCode).toBe(code);
    },
  );
});

describe('the face detection of Magic Hour, simulated', () => {
  const assets = { target_file_path: 'https://media.example/scene.png' };

  it('shows faces as they are found, which a swap of single faces takes', () => {
    const { client, all } = stage();
    const events = all(client.faceDetection.run({ assets, confidence_score: 0.4 }));
    expect([...new Set(phasesOf(events))]).toEqual(['queued', 'running', 'succeeded']);
    const found = events.map((event) => rightOf(event).assets.length);
    expect([...new Set(found)]).toEqual([0, 1, 2]);
    const { output, ref } = rightOf(events.at(-1));
    expect(ref).toMatchObject({ kind: 'faceDetection' });
    const swap$ = client.faceSwapPhoto.run({
      assets: {
        ...assets,
        face_swap_mode: 'individual-faces',
        face_mappings: (output?.faces ?? []).map(({ path }) => ({
          original_face: path,
          new_face: 'https://media.example/other.png',
        })),
      },
    });
    expect(wordsOf(all(swap$)).at(-1)).toBe('succeeded complete 1');
  });

  it('does not say why it failed, and is watched by its reference', () => {
    const { client, all, only, sim } = stage();
    sim.nextJob({ outcome: 'failed' });
    const ref = only(client.faceDetection.submit({ assets }));
    expect(wordsOf(all(client.watch(ref))).at(-1)).toBe('failed error');
    expect(rightOf(all(client.faceDetection.get(ref))[0]).failure).toEqual({ message: '' });
  });
});

describe('the files of Magic Hour, simulated', () => {
  it('go up without a key, and a job takes their path', async () => {
    const { client, all, only, calls, sim } = stage();
    const file = new File(['picture'], 'Old Photo.JPG');
    const image_file_path = only(client.files.upload(file));
    expect(image_file_path).toMatch(/^api-assets\/.+\.jpg$/);
    const [first, second] = calls;
    expect([first?.method, JSON.parse(first?.body as string)]).toEqual([
      'POST',
      { items: [{ type: 'image', extension: 'jpg' }] },
    ]);
    expect(second?.method).toBe('PUT');
    expect(await (second?.body as Blob).text()).toBe('picture');
    expect(JSON.stringify([second?.headers, second?.url])).not.toContain(sim.options.apiKey);
    expect(second?.headers).not.toHaveProperty('authorization');
    const events = all(client.photoColorizer.run({ assets: { image_file_path } }));
    expect(wordsOf(events).at(-1)).toBe('succeeded complete 1');
  });

  it('get places in their order', () => {
    const { client, only } = stage();
    const places = only(
      client.files.uploadUrls([
        { type: 'video', extension: 'mp4' },
        { type: 'audio', extension: 'ogg' },
      ]),
    );
    expect(places.map(({ file_path }) => file_path.replace(/.*\./, ''))).toEqual(['mp4', 'ogg']);
    expect(places.every(({ upload_url }) => URL.canParse(upload_url))).toBe(true);
  });
});

describe('the account of Magic Hour, simulated', () => {
  it('has less to spend after a job', async () => {
    const { client, only, all } = stage();
    const before = only(client.account());
    expect(before).toMatchObject({ tier: 'pro', subscription: { status: 'active' } });
    const { credits = 0 } = rightOf(all(client.lipSync.run(TOOL_INPUTS.lipSync.least)).at(-1));
    expect(credits).toBeGreaterThan(0);
    expect(only(client.account()).credits).toBe(before.credits - credits);
  });

  it('has saved items, page by page', () => {
    const { client, only } = stage();
    const first = only(client.savedItems.list({ limit: 3 }));
    expect(first.items).toHaveLength(3);
    expect(first.next).toMatchObject({ limit: 3 });
    const second = only(client.savedItems.list(first.next));
    expect(second.items.length).toBeGreaterThan(0);
    expect(second.next).toBeUndefined();
    const whole = only(client.savedItems.list());
    expect(whole.items).toHaveLength(first.items.length + second.items.length);
    const voices = only(client.savedItems.list({ type: 'voice' }));
    expect(voices.items.map(({ type }) => type)).toEqual(['voice']);
    expect(voices.items[0]?.assets?.[0]).toMatchObject({ media_kind: 'AUDIO', is_primary: true });
  });

  it('is another one for another key, over the same transport', async () => {
    const { client, sim, time } = stage();
    const other = client.forAccount('second', { apiKey: sim.options.apiKey });
    const result = lastValueFrom(
      other.photoColorizer.run(TOOL_INPUTS.photoColorizer.least).pipe(toResult()),
    );
    time.flush();
    expect(rightOf(await result).ref.account).toBe('second');
  });
});
