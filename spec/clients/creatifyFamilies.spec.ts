import type { Observable } from 'rxjs';
import type { Either, JobError, JobEvent } from 'rushes';
import { isLeft, reviewWith } from 'rushes';
import { createCreatify } from 'rushes/creatify';
import type { JobScript, SimulationOptions } from 'rushes/testing';
import { simulate, virtualTime } from 'rushes/testing';
import type { CreatifyInputs } from '../providers/creatify/inputs.js';
import { LEAST } from '../providers/creatify/inputs.js';
import { leftOf, rightOf } from './routeTable.js';

/** A client and a simulated Creatify in one virtual time. */
function stage(options: Partial<SimulationOptions> = {}) {
  const time = virtualTime({ startAt: Date.UTC(2026, 10, 22) });
  const { scheduler } = time;
  const sim = simulate({ scheduler, durationMs: 20_000, ...options });
  const client = createCreatify({ ...sim.creatify.options, scheduler, random: () => 0.5 });
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
  return { time, sim: sim.creatify, client, all, only };
}
type Stage = ReturnType<typeof stage>;

type Name = keyof CreatifyInputs;
const NAMES = Object.keys(LEAST) as Name[];

/** The input of a family, with ids that this vendor has. */
function inputOf({ client, only }: Stage, name: Name): object {
  const input = LEAST[name];
  if ('link' in input) {
    return { ...input, link: only(client.links.create({ url: 'https://shop.example/a' })).id };
  }
  if (name === 'inspirationJobs') {
    const [first] = only(client.inspirations.list());
    return { ...input, inspiration_id: first?.id };
  }
  if (name === 'assetGenerator') {
    const [first] = only(client.assetGenerator.schemas());
    const fields = Object.keys(Object(first?.input_params_schema?.['properties']) as object);
    const input_params = Object.fromEntries(
      fields.map((field) => [field, field.endsWith('url') ? 'https://files.example/a.png' : 'a']),
    );
    return { model_name: first?.model_name, input_params };
  }
  if (name === 'customTemplateJobs') {
    const [first] = only(client.customTemplates.list());
    return { ...input, template_id: first?.template_id };
  }
  return input;
}

type Job$ = Observable<JobEvent<object, object>>;

/** The methods of any family, whichever it is: each takes its own input. */
interface Methods {
  readonly run: (input: object) => Job$;
  readonly watch: (job: unknown) => Job$;
  readonly get: (job: unknown) => Job$;
  readonly refresh: (job: unknown) => Observable<Either<JobError, readonly object[]>>;
  readonly preview: (input: object) => Job$;
  readonly render: (job: unknown) => Job$;
  readonly list?: (query?: object) => Observable<Either<JobError, { readonly items: object[] }>>;
}
const methodsOf = ({ client }: Stage, name: Name): Methods => client[name] as never;

const phasesOf = (events: readonly JobEvent<unknown>[]): readonly string[] =>
  events
    .map((event) => (isLeft(event) ? `!${event.left._tag}` : event.right.phase))
    .filter((phase, index, phases) => phase !== phases[index - 1]);

/** A product video, from the picture to the end. */
const produce = ({ client }: Stage, input: object): Job$ =>
  client.productToVideos
    .run(input as CreatifyInputs['productToVideos'])
    .pipe(reviewWith(({ ref }) => client.productToVideos.genVideo(ref)));

const whole = (on: Stage, name: Name, input: object): Job$ =>
  name === 'productToVideos' ? produce(on, input) : methodsOf(on, name).run(input);

/** Families whose files are none: text. */
const TEXTS: readonly Name[] = ['aiScripts', 'textGenerator'];

describe('every family of Creatify, simulated, in virtual time,', () => {
  it.each(NAMES)('%s runs to its end and gives its output', (name) => {
    const on = stage();
    const events = on.all(whole(on, name, inputOf(on, name)));
    expect(phasesOf(events)).toEqual(
      name === 'productToVideos'
        ? ['queued', 'running', 'needs-action', 'running', 'succeeded']
        : ['queued', 'running', 'succeeded'],
    );
    const last = rightOf(events.at(-1));
    expect(last).toMatchObject({
      ref: { provider: 'creatify', kind: name },
      progress: 1,
      output: expect.any(Object) as unknown,
    });
    expect(last.assets.length > 0).toBe(!TEXTS.includes(name));
    expect(on.sim.jobs.filter(({ kind }) => kind === name)).toHaveLength(1);
  });

  it.each(NAMES)('%s that fails says why', (name) => {
    const on = stage();
    const input = inputOf(on, name);
    const script: JobScript = {
      kind: name,
      outcome: 'failed',
      failure: { message: 'Too dark to see.' },
    };
    on.sim.nextJob(script);
    const last = rightOf(on.all(methodsOf(on, name).run(input)).at(-1));
    // The clone of an ad tells no reason.
    const message = name === 'adsClone' ? '' : 'Too dark to see.';
    expect(last).toMatchObject({ phase: 'failed', failure: { message } });
  });

  it.each(NAMES)('%s is found again by its reference, in its list, and its files anew', (name) => {
    const on = stage();
    const { ref } = rightOf(on.all(whole(on, name, inputOf(on, name))).at(-1));
    const { watch, get, refresh, list } = methodsOf(on, name);
    expect(phasesOf(on.all(watch(ref)))).toEqual(['succeeded']);
    expect(phasesOf(on.all(get(ref.id)))).toEqual(['succeeded']);
    expect(phasesOf(on.all(on.client.watch(ref)))).toEqual(['succeeded']);
    expect(on.only(refresh(ref)).length > 0).toBe(!TEXTS.includes(name));
    if (list !== undefined) {
      expect(on.only(list({ ids: [ref.id] })).items).toMatchObject([{ ref: { id: ref.id } }]);
    }
  });

  it.each(NAMES)('%s ends as gone where the vendor forgets it', (name) => {
    const on = stage();
    const input = inputOf(on, name);
    on.sim.nextJob({ kind: name, outcome: 'gone' });
    expect(phasesOf(on.all(methodsOf(on, name).run(input))).at(-1)).toBe('gone');
  });
});

describe('a preview, simulated,', () => {
  it.each(['lipsyncs', 'lipsyncsV2', 'linkToVideos', 'aiShorts', 'aiEditing'] as const)(
    'of %s waits, and is rendered',
    (name) => {
      const on = stage();
      const { preview, render } = methodsOf(on, name);
      const events = on.all(preview(inputOf(on, name)).pipe(reviewWith(({ ref }) => render(ref))));
      expect(phasesOf(events)).toEqual([
        'queued',
        'needs-action',
        ...['queued', 'running', 'succeeded'],
      ]);
      const pause = events.map(rightOf).find(({ phase }) => phase === 'needs-action');
      expect(pause).toMatchObject({
        status: 'pending',
        actions: ['render', ...(name === 'linkToVideos' ? ['renderSinglePreview'] : [])],
      });
      expect(JSON.stringify(pause?.preview)).toContain('http');
      expect(on.sim.jobs.filter(({ kind }) => kind === name)).toHaveLength(1);
    },
  );

  it('of several styles waits, and one of them is rendered', () => {
    const on = stage();
    const { linkToVideos } = on.client;
    const input = {
      ...(inputOf(on, 'linkToVideos') as CreatifyInputs['linkToVideos']),
      visual_styles: ['FullScreenTemplate', 'DynamicProductTemplate'],
    };
    const events = on.all(
      linkToVideos.previewList(input).pipe(
        reviewWith(({ ref, preview }) => {
          const media_job = preview.previews?.[1]?.media_job ?? '';
          return linkToVideos.renderSinglePreview(ref, { media_job });
        }),
      ),
    );
    expect(phasesOf(events)).toEqual(['queued', 'needs-action', 'queued', 'running', 'succeeded']);
  });

  it('of a video with several avatars is skipped by multiAvatar', () => {
    const on = stage();
    const events = on.all(on.client.lipsyncs.multiAvatar(LEAST.lipsyncsV2));
    expect(phasesOf(events)).toEqual(['queued', 'running', 'succeeded']);
  });
});

describe('product videos, simulated,', () => {
  it('are made again from the picture, as jobs of their own', () => {
    const on = stage();
    const { productToVideos } = on.client;
    const first = rightOf(on.all(productToVideos.run(LEAST.productToVideos)).at(-1));
    const second = rightOf(on.all(productToVideos.regenImage(first.ref)).at(-1));
    expect(second.phase).toBe('needs-action');
    expect(second.ref.id).not.toBe(first.ref.id);
    const video = rightOf(on.all(productToVideos.genVideo(second.ref)).at(-1));
    const again = rightOf(on.all(productToVideos.regenVideo(video.ref)).at(-1));
    expect([video.phase, again.phase]).toEqual(['succeeded', 'succeeded']);
    expect(again.ref.id).not.toBe(video.ref.id);
  });
});

describe('text, simulated,', () => {
  it('is generated in one request', () => {
    const on = stage();
    const events = on.all(on.client.textGenerator.generate(LEAST.textGenerator));
    expect(phasesOf(events)).toEqual(['succeeded']);
    expect(rightOf(events[0]).output?.response_text).not.toBe('');
  });
});

describe('what makes no job, simulated,', () => {
  it('can be listed, read and changed', () => {
    const { client, only } = stage();
    const link = only(client.links.create({ url: 'https://shop.example/a' }));
    expect(only(client.links.get(link.id)).id).toBe(link.id);
    expect(only(client.links.update(link.id, { title: 'Lantern' })).title).toBe('Lantern');
    expect(only(client.links.get(link.id)).link?.title).toBe('Lantern');
    const image_urls = ['a', 'b', 'c'].map((name) => `https://files.example/${name}.png`);
    const own = only(client.links.createWithParams({ title: 'Own', image_urls }));
    expect(only(client.links.list({ ids: [link.id, own.id] }))).toHaveLength(2);
    expect(only(client.voices.list()).length).toBeGreaterThan(0);
    expect(only(client.voices.count()).max_count).toBeGreaterThan(0);
    expect(only(client.musics.categories()).length).toBeGreaterThan(0);
    expect(only(client.musics.list()).results.length).toBeGreaterThan(0);
    expect(only(client.htmlInteractiveAds.styles()).length).toBeGreaterThan(0);
    const [inspiration] = only(client.inspirations.list());
    expect(only(client.inspirations.get(inspiration?.id ?? ''))).toEqual(inspiration);
  });

  it('is paid for', () => {
    const { client, only, all } = stage();
    const before = only(client.remainingCredits()).remaining_credits;
    all(client.textToSpeech.run(LEAST.textToSpeech));
    expect(only(client.remainingCredits()).remaining_credits).toBeLessThan(before);
  });

  it('makes avatars of one’s own, of a URL and of a file, which can be deleted', async () => {
    const { client, only, sim } = stage();
    const { personas } = client;
    const person = { creator_name: 'Marlow', gender: 'm', video_scene: 'office' } as const;
    const url = 'https://files.example/marlow.mp4';
    const made = only(personas.create({ ...person, lipsync_input: url }));
    const lipsync_input = new File(['video'], 'marlow.mp4', { type: 'video/mp4' });
    const sent = await new Promise<Either<JobError, { readonly id: string }>>((resolve) => {
      personas.createV2({ ...person, lipsync_input }).subscribe(resolve);
    });
    const ids = [made.id, rightOf(sent).id];
    expect(only(personas.listV2()).map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    expect(only(personas.get(made.id))).toMatchObject({ ...person, process_status: 'pending' });
    expect(only(personas.list({ gender: ['m'] })).map(({ id }) => id)).toContain(made.id);
    expect(only(personas.remove(made.id))).toBeUndefined();
    // One that is not there any more counts as deleted.
    expect(only(personas.remove(made.id))).toBeUndefined();
    expect(only(personas.listV2()).map(({ id }) => id)).not.toContain(made.id);
    expect(sim.creates).toBe(2);
  });

  it('refuses what is not there', () => {
    const { client, all } = stage();
    const [event] = all(client.links.get('44e480c0-642e-4057-9a50-de00a958e81c'));
    expect(leftOf(event)).toMatchObject({ _tag: 'NotFound', operation: 'links.get' });
  });
});
