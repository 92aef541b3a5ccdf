import type { PartOptions, Result } from '../Result.js';
import { plainModule } from './builtModule.js';

interface Row {
  readonly name: string;
  readonly cpuUs: number;
  readonly requestsPerSecond: number;
  readonly ratio: number;
}

interface RequestsModule {
  readonly BASELINE: string;
  readonly measureRequests: (options: object) => Promise<readonly Row[]>;
  readonly goal6: (rows: readonly Row[]) => { readonly goal: number; readonly ratio: number };
}

/** What a request takes of the CPU, by that of bare `node:http`. */
export async function http({ quick, say }: PartOptions): Promise<readonly Result[]> {
  const { BASELINE, measureRequests, goal6 } = (await plainModule(
    'http/measureRequests.mjs',
  )) as RequestsModule;
  const rounds = quick ? 1 : 5;
  const rows = await measureRequests({ rounds, ...(quick ? { requests: 2_000 } : {}) });
  rows.forEach(({ name, cpuUs, ratio }) =>
    say(`${name}: ${cpuUs.toFixed(0)} us a request, ${ratio.toFixed(2)} x ${BASELINE}`),
  );
  const { goal, ratio } = goal6(rows);
  const isOurs = ({ name }: Row): boolean => name.startsWith('Rushes');
  // What Node alone does is the limit, in whichever way it is called.
  const isLimit = ({ name }: Row): boolean => name.startsWith('node:http');
  const facts = rows
    .filter(isOurs)
    .flatMap((row) => [
      [`${row.name}: us`, row.cpuUs] as const,
      [`${row.name}: x`, row.ratio] as const,
    ]);
  return [
    {
      id: 'http.cpu',
      part: 'machine',
      name: 'CPU time a request, by that of node:http with kept connections',
      unit: 'x',
      figure: ratio,
      time: 'real',
      runs: rounds,
      facts: Object.fromEntries(facts),
      goal: { id: 'G6', value: goal },
      limit: 1,
      distance: { id: 'D5', value: ratio },
      peers: rows
        .filter((row) => !isOurs(row) && !isLimit(row))
        .map(({ name, ratio: figure, cpuUs }) => ({ name, figure, facts: { 'CPU us': cpuUs } })),
      note: 'Real HTTP on loopback, 32 at once, JSON parsed; the server is a process of its own.',
    },
  ];
}
