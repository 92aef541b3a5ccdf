import dns from 'node:dns';
import type { LookupAddress, LookupOptions } from 'node:dns';
import { ClosedAddress, publicLookup } from '../../src/node/publicLookup.js';

const PUBLIC = { address: '8.8.8.8', family: 4 };
const PUBLIC_V6 = { address: '2001:4860:4860::8888', family: 6 };
const PRIVATE = { address: '127.0.0.1', family: 4 };

type Found = readonly [error: Error | null, address: unknown, family?: number | undefined];

/** What a name server says, one answer after the other. */
function resolving(...answers: readonly (readonly LookupAddress[] | Error)[]) {
  let asked = 0;
  return jest.spyOn(dns, 'lookup').mockImplementation(((
    _name: string,
    _options: LookupOptions,
    callback: (error: Error | null, addresses: unknown) => void,
  ) => {
    const answer = answers[asked] ?? [];
    asked += 1;
    setImmediate(() => (answer instanceof Error ? callback(answer, []) : callback(null, answer)));
  }) as never);
}

const found = (options: LookupOptions = { all: true }): Promise<Found> =>
  new Promise((resolve) =>
    publicLookup('files.example', options, (...results) => resolve(results)),
  );

afterEach(() => jest.restoreAllMocks());

describe('a name is looked up for one connection', () => {
  it('once, and the connection gets the addresses that were checked', async () => {
    const asked = resolving([PUBLIC, PUBLIC_V6], [PRIVATE]);
    expect(await found()).toEqual([null, [PUBLIC, PUBLIC_V6]]);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('and gives one address to who wants one', async () => {
    resolving([PUBLIC_V6, PUBLIC]);
    expect(await found({})).toEqual([null, PUBLIC_V6.address, 6]);
  });

  it('with all its addresses, also where one is wanted', async () => {
    const asked = resolving([PUBLIC]);
    await found({ family: 4, hints: 1 });
    expect(asked.mock.calls[0]?.[1]).toEqual({ family: 4, hints: 1, all: true });
  });
});

describe('a name is refused', () => {
  it.each([
    ['an address that is not public', [PRIVATE]],
    ['such an address beside a public one', [PUBLIC, PRIVATE]],
    ['no address', []],
  ])('that leads to %s', async (_what, addresses) => {
    resolving(addresses, addresses);
    const [error, nothing] = await found();
    expect(error).toBeInstanceOf(ClosedAddress);
    expect(nothing).toEqual([]);
    expect((await found({}))[0]).toBeInstanceOf(ClosedAddress);
  });

  it('by the error of the name server, where that has none', async () => {
    const unknown = Object.assign(new Error('unknown'), { code: 'ENOTFOUND' });
    resolving(unknown);
    expect(await found()).toEqual([unknown, []]);
  });
});
