import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCatalogue } from '../../../../src/testing/simulator/sync/errorCatalogue.js';
import { syncErrorFacts } from '../../../../src/testing/simulator/sync/syncErrorCodes.js';
import { Bench } from '../Bench.js';

type Item = Readonly<Record<string, unknown>>;
const itemsOf = (json: unknown) => json as readonly Item[];

describe('The catalogue of errors', () => {
  const documented = JSON.parse(
    readFileSync(join(__dirname, 'errorCodes.json'), 'utf8'),
  ) as readonly { code: string; status?: number; message?: string; listed: boolean }[];

  it('lists the codes that were counted in August 2026', () => {
    const served = itemsOf(new Bench().ask('sync', 'GET /v2/errors').json);
    const listed = documented.filter((line) => line.listed).map(({ code }) => code);
    expect(served.map(({ code }) => code).sort()).toEqual(listed.sort());
    for (const line of errorCatalogue) {
      expect(Object.keys(line).sort()).toEqual(['code', 'message', 'suggestion']);
      expect(line.message.length * line.suggestion.length).toBeGreaterThan(0);
    }
  });

  it.each(documented.map((line) => [line.code, line] as const))(
    'knows %s with what is documented of it',
    (code, { status, message }) => {
      const known = {
        ...(status === undefined ? {} : { status }),
        ...(message === undefined ? {} : { message }),
      };
      expect(syncErrorFacts(code)).toMatchObject({ suggestion: expect.any(String), ...known });
    },
  );

  it('knows no other code', () => {
    expect(syncErrorFacts('toString')).toBeUndefined();
  });
});
