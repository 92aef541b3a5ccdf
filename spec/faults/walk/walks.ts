import fc from 'fast-check';
import type { Story } from './Story.js';
import { walk } from './walk.js';
import type { Tampering } from './World.js';

/** How often, and from which seed. */
export interface Walks {
  readonly runs: number;
  readonly seed: number;
  /** Where in the seed's walks to begin, as a failing one says. */
  readonly path?: string | undefined;
  /** Whether the first story that fails is told as it is. @defaultValue `false`: the least one is */
  readonly first?: boolean;
}

const line = (name: string, value: unknown): string => `  ${name}: ${JSON.stringify(value)}`;

/** A story as a short list, without what is not there. */
function told(story: Story): readonly string[] {
  const { creates, looks, others, steps, store, ...world } = story;
  const lists = { creates, looks, others, store };
  return [
    line('world', world),
    ...Object.entries(lists)
      .filter(([, list]) => list.length > 0)
      .map(([name, list]) => line(name, list)),
    ...steps.map((step, index) => line(`step ${index + 1}`, step)),
  ];
}

/** What is wrong with the least of the stories that fail, and how to walk it again; absent: nothing. */
export async function failure(
  stories: fc.Arbitrary<Story>,
  { runs, seed, path, first = false }: Walks,
  tampering?: Tampering,
): Promise<string | undefined> {
  const property = fc.asyncProperty(stories, async (story) => {
    const { wrongs } = await walk(story, tampering);
    return wrongs.length === 0;
  });
  const details = await fc.check(property, {
    seed,
    numRuns: runs,
    endOnFailure: first,
    ...(path === undefined ? {} : { path }),
  });
  if (!details.failed) return undefined;
  const [story] = details.counterexample ?? [];
  if (story === undefined) throw new Error('no story was found', { cause: details.errorInstance });
  const { notes, wrongs } = await walk(story, tampering);
  const again = `RUSHES_SEED=${details.seed} RUSHES_PATH=${details.counterexamplePath}`;
  return [
    ...(wrongs.length > 0 ? wrongs : ['it threw, or it cannot be walked again']),
    `after ${details.numRuns} walks and ${details.numShrinks} shrinks; again: ${again}`,
    ...told(story),
    ...notes.map((note) => `    ${note}`),
  ].join('\n');
}
