import type { EveryMethod } from './everyMethod.js';
import type { Spoilt, Spoiling } from './mutations.js';

/** Something of a sample that may be otherwise, by the vendor's page. */
interface Liberty {
  /** How the names of its methods begin, such as `sync: dialogueEdits`. */
  readonly of: string;
  /** The field; with a dot at its end, everything below it. */
  readonly path: string;
  /** How it may be spoilt; in every way but with getters that throw, unless told. */
  readonly how?: Spoiling;
  readonly why: string;
}

const changes = (of: string, path: string): Liberty => ({
  of,
  path,
  how: 'missing',
  why: 'what is left out stays as it is',
});

const optional = (of: string, path: string): Liberty => ({
  of,
  path,
  how: 'missing',
  why: 'the sample says more than is needed',
});

const SCENE = ['voice', 'voice.input_text', 'voice.voice_id', 'character'];

/** All of them. What is not here has to be as the samples have it. */
const LIBERTIES: readonly Liberty[] = [
  ...['creatify: assetGenerator', 'creatify: inspirationJobs'].map((of) => ({
    of,
    path: 'input_params.',
    why: 'each model takes fields of its own',
  })),
  { of: 'creatify: customTemplateJobs', path: 'variables.', why: 'each template has its own' },
  {
    of: 'creatify: textGenerator',
    path: 'messages.0.of_tomorrow',
    how: 'unknown',
    why: 'messages go to models of many makers as they are',
  },
  optional('creatify: textGenerator', 'messages.0.content'),
  optional('creatify: aiScripts', 'title'),
  ...['creatify: lipsyncsV2', 'creatify: lipsyncs.multiAvatar'].flatMap((of) =>
    SCENE.map((part) => optional(of, `video_inputs.0.${part}`)),
  ),
  optional('creatify: personas.create', 'gender'),
  optional('creatify: personas.create', 'video_scene'),
  changes('creatify: links.update', 'title'),
  changes('sync: assets.update', 'name'),
  changes('sync: projects.update', 'name'),
  ...['transcript.', 'edits.0.'].map((path) => ({
    of: 'sync: dialogueEdits',
    path,
    why: 'it goes back to the vendor exactly as it came',
  })),
];

const reaches = ({ path }: Liberty, spoilt: string): boolean =>
  path.endsWith('.') ? spoilt.startsWith(path) : spoilt === path;

/** Whether a method may take this. */
export const isFree = (
  { client, path: method }: EveryMethod,
  { how, path }: Pick<Spoilt, 'how' | 'path'>,
): boolean =>
  LIBERTIES.some(
    (liberty) =>
      `${client.provider}: ${method}.`.startsWith(`${liberty.of}.`) &&
      (liberty.how === undefined ? how !== 'unreadable' : how === liberty.how) &&
      reaches(liberty, path),
  );
