import type { DiagnosticEvent } from 'rushes';
import { createCreatify } from 'rushes/creatify';
import { createSync } from 'rushes/sync';

const page = globalThis as { document?: unknown };
const KEY = 'canary.sync.7f3a91c25e60d84b19';

function toldOf(open: (diagnostics: (event: DiagnosticEvent) => void) => unknown) {
  const told: DiagnosticEvent[] = [];
  open((event) => void told.push(event));
  return told;
}

const warning = (operation: string, provider = 'sync') => ({
  type: 'anomaly',
  provider,
  operation,
  message: expect.stringMatching(/can read the key .* a proxy that adds it/) as string,
});

describe('in a page of a browser', () => {
  beforeEach(() => void (page.document = {}));
  afterEach(() => delete page.document);

  it.each([
    ['a text', KEY],
    ['given by a function', () => KEY],
  ])('a key that is %s is warned of, and not shown', (_how, apiKey) => {
    const told = toldOf((diagnostics) => createSync({ apiKey, diagnostics }));
    expect(told).toEqual([warning('createSync')]);
    expect(JSON.stringify(told)).not.toContain(KEY);
  });

  it('so is one of several, and one of another account', () => {
    const told = toldOf((diagnostics) =>
      createCreatify({ apiId: null, apiKey: KEY, diagnostics }).forAccount('two', {
        apiId: null,
        apiKey: null,
      }),
    );
    expect(told).toEqual([warning('createCreatify', 'creatify')]);
    const later = toldOf((diagnostics) =>
      createSync({ apiKey: null, diagnostics }).forAccount('two', { apiKey: KEY }),
    );
    expect(later).toEqual([warning('forAccount')]);
  });

  it('there is no warning where a proxy adds the keys', () => {
    const baseUrl = 'https://my-app.example/api/sync';
    const told = toldOf((diagnostics) => createSync({ apiKey: null, baseUrl, diagnostics }));
    expect(told).toEqual([]);
  });
});

it('outside of a page there is no warning', () => {
  expect(toldOf((diagnostics) => createSync({ apiKey: KEY, diagnostics }))).toEqual([]);
});
