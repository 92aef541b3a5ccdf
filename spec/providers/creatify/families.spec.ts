import type { JobKind } from '../../../src/contract/JobKind.js';
import { adsClone } from '../../../src/providers/creatify/adsClone/adsClone.js';
import { aiEditing } from '../../../src/providers/creatify/aiEditing/aiEditing.js';
import { aiScripts } from '../../../src/providers/creatify/aiScripts/aiScripts.js';
import { aiShorts } from '../../../src/providers/creatify/aiShorts/aiShorts.js';
import { assetGenerator } from '../../../src/providers/creatify/assetGenerator/assetGenerator.js';
import { boreal } from '../../../src/providers/creatify/boreal/boreal.js';
import { customTemplateJobs } from '../../../src/providers/creatify/customTemplates/customTemplateJobs.js';
import { htmlInteractiveAds } from '../../../src/providers/creatify/htmlInteractiveAds/htmlInteractiveAds.js';
import { iabImages } from '../../../src/providers/creatify/iabImages/iabImages.js';
import { inspirationJobs } from '../../../src/providers/creatify/inspirations/inspirationJobs.js';
import { linkToVideos } from '../../../src/providers/creatify/linkToVideos/linkToVideos.js';
import { lipsyncs } from '../../../src/providers/creatify/lipsyncs/lipsyncs.js';
import { lipsyncsV2 } from '../../../src/providers/creatify/lipsyncsV2/lipsyncsV2.js';
import { productToVideos } from '../../../src/providers/creatify/productToVideos/productToVideos.js';
import { textGenerator } from '../../../src/providers/creatify/textGenerator/textGenerator.js';
import { textToSpeech } from '../../../src/providers/creatify/textToSpeech/textToSpeech.js';
import { fixture, fixtures } from '../../fixtures/fixture.js';
import { describeKind } from '../describeKind.js';
import type { CreatifyInputs } from './inputs.js';
import { FULL, LEAST } from './inputs.js';

const errors = fixture('creatify/errors') as [];

/** The laws of one family, with a body of each word and of what its pages show beside. */
function describeFamily<Input, Body, Output, Preview>(
  kind: JobKind<Input, Body, Output, Preview>,
  ...more: readonly string[]
): void {
  const name = kind.kind as keyof CreatifyInputs;
  const good = [LEAST[name], FULL[name]] as unknown as readonly Input[];
  const words = Object.keys(kind.phases);
  describeKind(kind, {
    bodies: fixtures(`creatify/${name}`, ...words, ...more),
    inputs: {
      good,
      bad: [
        {},
        ...good.map((input) => ({ ...input, colour: 'a secret colour' })),
        ...Object.keys(LEAST[name]).map((field) => ({ ...LEAST[name], [field]: 7 })),
      ],
    },
    errors,
  });
}

describeFamily(boreal);
describeFamily(lipsyncs, 'previewed');
describeFamily(lipsyncsV2, 'previewed');
describeFamily(linkToVideos, 'previewed', 'previews', 'previews.example', 'done.single');
describeFamily(productToVideos, 'example', 'webhook.example');
describeFamily(textToSpeech);
describeFamily(aiShorts, 'previewed');
describeFamily(aiEditing, 'previewed');
describeFamily(customTemplateJobs);
describeFamily(adsClone);
describeFamily(assetGenerator);
describeFamily(inspirationJobs);
describeFamily(iabImages);
describeFamily(htmlInteractiveAds);
describeFamily(textGenerator);

describeKind(aiScripts, {
  bodies: fixtures('creatify/aiScripts', ...Object.keys(aiScripts.phases)),
  inputs: {
    good: [LEAST.aiScripts, FULL.aiScripts],
    bad: [{ url: 'shop' }, { title: 7 }, { video_length: 1.5 }, { script_styles: [''] }],
  },
  errors,
});

interface Shown {
  readonly output: unknown;
  readonly assets: readonly string[];
  readonly credits?: number;
}

type AnyKind = JobKind<never, object, unknown>;

function bodyOf(kind: AnyKind, name: string, changes: object): object {
  const json = { ...(fixture(`creatify/${kind.kind}/${name}`) as object), ...changes };
  const result = kind.codec.decode(json);
  if (result._tag === 'Left') throw new Error('not read');
  return result.right;
}

function shownOf(given: object, name: string, changes: object = {}): Shown {
  const kind = given as AnyKind;
  const body = bodyOf(kind, name, changes);
  const credits = kind.credits?.(body);
  return {
    output: kind.output(body),
    assets: (kind.assets?.(body, 0) ?? []).map(({ type, role, url }) => `${type} ${role} ${url}`),
    ...(credits === undefined ? {} : { credits }),
  };
}

const file = (name: string): string => `https://media.example/${name}`;
const PAGE =
  'https://app.creatify.ai/preview?layout=videos/20241024/f0c1e1f1-be05-48e0-91d8-3d26ed633d5b.json';
const EDITOR = 'https://app.creatify.ai/editor?token=abc';
const MEDIA_JOB = '43e2b17c-e272-453a-96d4-c047acd2ab0e';
const MADE = { preview: PAGE, editor_url: EDITOR, media_job: MEDIA_JOB };

describe('a finished job shows its output under the vendor’s names', () => {
  it('as a video of Boreal', () => {
    expect(shownOf(boreal, 'done')).toEqual({
      output: { video_output: file('boreal/video.mp4'), duration: 10, credits_used: 1 },
      assets: [`video video_output ${file('boreal/video.mp4')}`],
      credits: 1,
    });
  });

  it.each([
    ['lipsyncs', lipsyncs, MADE],
    ['lipsyncsV2', lipsyncsV2, { preview: PAGE, media_job: MEDIA_JOB }],
  ])('as a video of %s', (_name, kind, made) => {
    const video = file(`${kind.kind}/video.mp4`);
    const picture = file('lipsyncs/thumbnail.jpg');
    expect(shownOf(kind, 'done')).toEqual({
      output: {
        output: video,
        video_thumbnail: picture,
        duration: 12,
        credits_used: 5,
        ...made,
      },
      assets: [
        `video output ${video}`,
        `image video_thumbnail ${picture}`,
        `other preview ${PAGE}`,
      ],
      credits: 5,
    });
  });

  it('as the video of a link, each of its files once', () => {
    const [video, picture] = ['video.mp4', 'thumbnail.jpg'].map((name) =>
      file(`linkToVideos/${name}`),
    );
    const { output, assets } = shownOf(linkToVideos, 'done');
    expect(output).toMatchObject({ video_output: video, outputs: [{ video_output: video }] });
    expect(assets).toEqual([`video video_output ${video}`, `image video_thumbnail ${picture}`]);
  });

  it('as the video of one preview of a link, which stands in the list alone', () => {
    const { output, assets } = shownOf(linkToVideos, 'done.single');
    expect(output).toMatchObject({ video_output: file('linkToVideos/video.mp4') });
    expect(assets).toHaveLength(2);
  });

  it('as a product video', () => {
    const [video, photo] = [file('productToVideos/video.mp4'), file('productToVideos/photo.png')];
    expect(shownOf(productToVideos, 'video_generated')).toEqual({
      output: { generated_video_url: video, generated_photo_url: photo },
      assets: [`video generated_video_url ${video}`, `image generated_photo_url ${photo}`],
    });
  });

  it('as speech', () => {
    const output = file('textToSpeech/speech.mp3');
    expect(shownOf(textToSpeech, 'done')).toEqual({
      output: { output, duration: 4, credits_used: 1 },
      assets: [`audio output ${output}`],
      credits: 1,
    });
  });

  it('as scripts', () => {
    expect(shownOf(aiScripts, 'done')).toEqual({
      output: {
        generated_scripts: [
          {
            paragraphs: ['Evenings come early.', 'A lantern brings them back.'],
            script_name: 'Do it yourself',
            script_style: 'DIY',
            title: 'Light',
          },
        ],
        credits_used: 1,
      },
      assets: [],
      credits: 1,
    });
  });

  it.each([aiShorts, aiEditing, customTemplateJobs])('as a video of $kind', (kind) => {
    const video = file(`${kind.kind}/video.mp4`);
    expect(shownOf(kind, 'done')).toEqual({
      output: { video_output: video, duration: 30, credits_used: 5, ...MADE },
      assets: [`video video_output ${video}`, `other preview ${PAGE}`],
      credits: 5,
    });
  });

  it('as a clone of an ad', () => {
    expect(shownOf(adsClone, 'done')).toMatchObject({
      output: { video_output: file('adsClone/ad.mp4'), credits_used: 12 },
    });
  });

  it('as generated assets, by the type of the generation', () => {
    const urls = [file('assetGenerator/one.mp4'), file('assetGenerator/two.mp4')];
    expect(shownOf(assetGenerator, 'done')).toEqual({
      output: {
        assets: urls,
        model_name: 'boreal-h3/text-to-video',
        gen_type: 'text_to_video',
        aspect_ratio: '9x16',
        resolution: '768p',
        duration: 5,
        credits_used: 2.5,
      },
      assets: urls.map((url) => `video assets ${url}`),
      credits: 2.5,
    });
  });

  it('as what an inspiration became, which comes as JSON in a text', () => {
    const url = file('inspirationJobs/one.png');
    expect(shownOf(inspirationJobs, 'done')).toMatchObject({
      output: { output: [url], gen_type: 'image_to_image' },
      assets: [`image output ${url}`],
    });
  });

  it('as banners', () => {
    expect(shownOf(iabImages, 'done')).toMatchObject({
      output: { output: [{ size: '300x250' }, { size: '728x90', type: 'image/png' }] },
      assets: [
        `image output ${file('iabImages/300x250.png')}`,
        `image output ${file('iabImages/728x90.png')}`,
      ],
    });
  });

  it('as interactive ads, those that failed among them', () => {
    expect(shownOf(htmlInteractiveAds, 'done')).toMatchObject({
      output: {
        ads: [
          { style: 'swipe', status: 'done', url: file('htmlInteractiveAds/swipe.html') },
          { style: 'scratch', status: 'failed' },
        ],
        credits_used: 10,
      },
      assets: [`other ads ${file('htmlInteractiveAds/swipe.html')}`],
    });
  });

  it('as text, which may be empty where a function was called', () => {
    expect(shownOf(textGenerator, 'done').output).toEqual({
      response_text: 'Hello.',
      model_name: 'gemini-2.5-flash',
      credits_used: 0.1,
    });
    expect(shownOf(textGenerator, 'done', { response_text: '' }).output).toMatchObject({
      response_text: '',
    });
  });
});

describe('an example of a page, with placeholders for values,', () => {
  it('is read, and its word is of no list', () => {
    const body = bodyOf(inspirationJobs as unknown as AnyKind, 'example', {});
    expect((inspirationJobs as unknown as AnyKind).status(body)).toBe('<string>');
    expect(shownOf(inspirationJobs, 'example').assets).toEqual([]);
  });
});

describe('what is not there yet', () => {
  it.each([
    ['recording', textToSpeech, 'done', { output: '' }],
    ['product video', productToVideos, 'video_generated', { generated_video_url: '' }],
    ['lipsync', lipsyncs, 'done', { output: null }],
    ['script', aiScripts, 'done', { generated_scripts: [] }],
    ['banner', iabImages, 'done', { output: [] }],
    ['ad', htmlInteractiveAds, 'done', { ads: [] }],
    ['asset', assetGenerator, 'done', { assets: '' }],
    ['picture', inspirationJobs, 'done', { output: '[]' }],
    ['video of a link', linkToVideos, 'done', { video_output: null, outputs: [] }],
  ])('is no output: %s', (_what, kind, name, changes) => {
    expect(shownOf(kind, name, changes).output).toBe(undefined);
  });
});

describe('the progress', () => {
  it.each<object>([lipsyncs, lipsyncsV2, linkToVideos, aiShorts, customTemplateJobs])(
    'of $kind is read from text and from a number alike',
    (given) => {
      const kind = given as AnyKind;
      for (const progress of [0.42, '0.42']) {
        expect(kind.progress?.(bodyOf(kind, 'running', { progress }))).toBe(0.42);
      }
    },
  );
});

describe('the reason of a failure', () => {
  it.each(['', null, undefined])('is none where it is %j', (failed_reason) => {
    const body = bodyOf(lipsyncs as unknown as AnyKind, 'failed', { failed_reason });
    expect((lipsyncs as unknown as AnyKind).failure?.(body)).toBeUndefined();
  });

  it('is the sentence of the vendor', () => {
    const body = bodyOf(lipsyncs as unknown as AnyKind, 'failed', {});
    expect((lipsyncs as unknown as AnyKind).failure?.(body)).toEqual({
      message: 'The input could not be read.',
    });
  });
});

describe('a recording', () => {
  it('is also read where it is called what its webhook calls it', () => {
    const kind = textToSpeech as unknown as AnyKind;
    const url = 'https://media.example/speech.mp3';
    const body = bodyOf(kind, 'done', { output: '', video_output: url });
    expect(kind.output(body)).toMatchObject({ output: url });
  });
});

describe('a list of previews', () => {
  it.each([
    [[{ media_job: 'a', url: null }], false],
    [
      [
        { media_job: 'a', url: null },
        { media_job: 'b', url: 'https://media.example/b' },
      ],
      true,
    ],
    [[], false],
  ])('%j is something to look at: %s', (previews, waits) => {
    const kind = linkToVideos as unknown as AnyKind;
    expect(kind.awaits?.(bodyOf(kind, 'pending', { preview: null, previews }))).toBe(waits);
  });
});

describe('a request for many jobs', () => {
  it.each([
    [lipsyncs, '/api/lipsyncs/'],
    [textToSpeech, '/api/text_to_speech/'],
    [aiScripts, '/api/ai_scripts/'],
    [productToVideos, '/api/product_to_videos/'],
    [inspirationJobs, '/api/inspiration_jobs/'],
    [htmlInteractiveAds, '/api/html_interactive_ads/'],
  ] as const)('is made where the page has ids: %#', ({ lookMany }, path) => {
    expect(lookMany?.max).toBe(100);
    expect(lookMany?.request(['a', 'b'])).toEqual({ method: 'GET', path, query: { ids: 'a,b' } });
  });

  it.each<Pick<AnyKind, 'kind' | 'lookMany'>>([
    ...[boreal, lipsyncsV2, linkToVideos, aiShorts, aiEditing],
    ...[customTemplateJobs, adsClone, assetGenerator, iabImages, textGenerator],
  ])('is not made of $kind, whose page has none: the answer may be all jobs', ({ lookMany }) => {
    expect(lookMany).toBeUndefined();
  });
});
