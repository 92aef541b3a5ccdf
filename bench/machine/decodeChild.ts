// What it takes to read an answer: parsing its text, and checking what was parsed.
import { readFileSync } from 'node:fs';
import { meanOf, medianOf } from '../figures.js';
import { builtModule, fileOf } from './builtModule.js';
import { answer } from './inChild.js';

interface Codec {
  readonly decode: (value: unknown) => { readonly _tag: 'Left' | 'Right' };
}

/** What a vendor says of a job that has ended, and how its answer is read. */
const ANSWERS = [
  {
    fixture: 'aurous/generations/succeeded.json',
    module: 'providers/aurous/GenerationBody.js',
    codec: 'GenerationBody',
  },
  {
    fixture: 'creatify/aurora/done.json',
    module: 'providers/creatify/VideoOutput.js',
    codec: 'VideoBody',
  },
  { fixture: 'magicHour/complete.json', module: 'providers/magicHour/videos.js', codec: 'videos' },
  { fixture: 'sync/completed.json', module: 'providers/sync/wire.js', codec: 'GenerationBody' },
] as const;

const ROUNDS = 7;
const TIMES = 20_000;

/** Whatever was computed last, where no compiler can tell that nobody wants it. */
const kept: { last?: unknown } = {};
Object.assign(globalThis, { kept });

function nsOf(work: () => unknown): number {
  const round = (): number => {
    const begun = process.hrtime.bigint();
    for (let time = 0; time < TIMES; time += 1) kept.last = work();
    return Number(process.hrtime.bigint() - begun) / TIMES;
  };
  round();
  return medianOf(Array.from({ length: ROUNDS }, round));
}

/** The least that can be checked by hand: every field of the answer has the type that it should have. */
function guardOf(sample: object): (value: unknown) => boolean {
  const tests = Object.entries(sample).map(
    ([key, value]) => `typeof value[${JSON.stringify(key)}] === '${typeof value}'`,
  );
  // Written out, as somebody would by hand: a loop over names is slower.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return new Function('value', `return value !== null && ${tests.join(' && ')};`) as (
    value: unknown,
  ) => boolean;
}

/** Nanoseconds an answer, and how long the answers are. */
export interface Decoding {
  readonly bytes: number;
  readonly parse: number;
  readonly decode: number;
  readonly guard: number;
}

answer(async (): Promise<Decoding> => {
  const figures = await Promise.all(
    ANSWERS.map(async ({ fixture, module, codec: name }) => {
      const text = JSON.stringify(
        JSON.parse(readFileSync(fileOf(`spec/fixtures/${fixture}`), 'utf8')),
      );
      const exported = (await builtModule(module)) as Readonly<
        Record<string, Codec & { readonly codec?: Codec }>
      >;
      const codec = exported[name]?.codec ?? exported[name];
      const body = JSON.parse(text) as object;
      if (codec?.decode(body)._tag !== 'Right') throw new Error(`${fixture} cannot be decoded`);
      const guard = guardOf(body);
      return {
        bytes: text.length,
        parse: nsOf(() => JSON.parse(text)),
        decode: nsOf(() => codec.decode(body)),
        guard: nsOf(() => guard(body)),
      };
    }),
  );
  const mean = (name: keyof Decoding): number => meanOf(figures.map((figure) => figure[name]));
  return {
    bytes: mean('bytes'),
    parse: mean('parse'),
    decode: mean('decode'),
    guard: mean('guard'),
  };
});
