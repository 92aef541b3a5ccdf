import type * as Walks from './walks.js';
import type * as Stories from './stories.js';

// Defects within the engine itself, one at a time: each is what a careless change would bring.

const RUNS = { runs: 200, seed: 20_261_122, first: true };

type Actual = Readonly<Record<string, (...given: unknown[]) => unknown>>;

/** A module of the engine, what is done to it, and how walks call it. */
interface EngineDefect {
  readonly module: string;
  readonly spoil: (actual: Actual) => Record<string, unknown>;
  readonly found: RegExp;
}

const ENGINE = '../../../src/engine';

const DEFECTS: Readonly<Record<string, EngineDefect>> = {
  'a create that is sent again after any failure': {
    module: `${ENGINE}/judgeSubmission`,
    spoil: () => ({
      ATTEMPTS: 5,
      judgeSubmission: () => ({ transient: true, attempts: 3, ambiguous: true }),
    }),
    found: /jobs were made of order/,
  },
  'a lost answer that counts as a refusal': {
    module: `${ENGINE}/judgeSubmission`,
    spoil: ({ judgeSubmission }) => ({
      ATTEMPTS: 5,
      judgeSubmission: (...given: unknown[]) => ({
        ...(judgeSubmission?.(...given) as object),
        ambiguous: false,
      }),
    }),
    found: /nobody knows of it|was made, but \w+ says/,
  },
  'a create that asks nobody whether it may be sent': {
    module: `${ENGINE}/claimIntent`,
    spoil: ({ claimIntent }) => ({
      claimIntent: (environment: unknown, intent: object) =>
        claimIntent?.(environment, { ...intent, intentId: `${Math.random()}` }, {}),
    }),
    found: /jobs were made of order|nobody knows of it/,
  },
  'keys that are not masked in answers': {
    module: '../../../src/errors/maskSecrets',
    spoil: () => ({ maskSecrets: () => (text: string) => text }),
    found: /shows a secret/,
  },
  'texts that are not redacted': {
    module: '../../../src/errors/redactText',
    spoil: () => ({ redactText: (text: string) => text }),
    found: /shows a secret/,
  },
  'reads that a closed client goes on with': {
    module: `${ENGINE}/whileOpen`,
    spoil: () => ({ whileOpen: (_: unknown, __: unknown, work: () => unknown) => work() }),
    found: /after it was closed|has not ended/,
  },
  'ids of created jobs that are thrown away where a field is strange': {
    module: `${ENGINE}/readCreated`,
    spoil: ({ readCreated }) => ({
      readCreated: (...given: unknown[]) => {
        const read = readCreated?.(...given) as { _tag: string; left?: { fault: object } };
        return read._tag === 'Left' ? { ...read, left: { ...read.left, fault: {} } } : read;
      },
    }),
    found: /arrived, and nobody was told/,
  },
};

/** Walks in modules of their own, in which one is spoiled. */
async function walkWith({ module, spoil }: EngineDefect): Promise<string | undefined> {
  jest.resetModules();
  jest.doMock(module, () => {
    const actual = jest.requireActual<Actual>(module);
    return { ...actual, ...spoil(actual) };
  });
  try {
    const { failure } = jest.requireActual<typeof Walks>('./walks');
    const { stories } = jest.requireActual<typeof Stories>('./stories');
    return await failure(stories({ clients: 2, deaths: true }), RUNS);
  } finally {
    jest.dontMock(module);
  }
}

describe('within the number of walks of every test, some walk finds', () => {
  it.each(Object.entries(DEFECTS))('%s', async (_, defect) => {
    expect(await walkWith(defect)).toMatch(defect.found);
  });
});
