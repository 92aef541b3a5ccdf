import { ID } from '../../engine/bodies.js';
import type { Reply } from '../../engine/scriptedPort.js';
import { answer } from '../../engine/scriptedPort.js';
import { DESKS } from '../bench/desks.js';
import { START } from '../bench/places.js';
import { done, running } from '../bench/replies.js';
import { fault } from '../fault.js';
import { variants } from '../variants.js';
import { watched } from './watched.js';

// How far a job is.

const HOUR_MS = 3_600_000;

type Fields = Readonly<Record<string, unknown>>;

/** Where a vendor reports progress. */
const PROGRESS = { creatify: 'progress', sync: 'progress_percent' } as const;

/** A look that reports progress as this text of JSON, or of what is none. */
function reports(vendor: keyof typeof PROGRESS, literal: string): Reply {
  const body = DESKS[vendor].body(ID, DESKS[vendor].words.running);
  const text = JSON.stringify({ ...body, [PROGRESS[vendor]]: 'LITERAL' });
  const headers = { 'content-type': 'application/json' };
  return answer(200, text.replace('"LITERAL"', literal), { headers });
}

fault('D4', {
  ...variants(
    [
      ['creatify', '101', 0.99],
      ['creatify', '5000', 0.99],
      ['creatify', '1e999', undefined],
      ['creatify', '-1', undefined],
      ['creatify', '-1e999', undefined],
      ['creatify', 'null', undefined],
      ['creatify', '"50%"', undefined],
      ['creatify', '"50"', 0.5],
      ['creatify', '[50]', undefined],
      ['creatify', 'true', undefined],
      ['creatify', '0.5', 0.5],
      ['creatify', '50', 0.5],
      ['sync', '101', 0.99],
      ['sync', '1e999', undefined],
      ['sync', '-1', undefined],
      ['sync', 'null', undefined],
      ['sync', '"50%"', undefined],
      // Documented as percent: half of one.
      ['sync', '0.5', 0.005],
      ['sync', '50', 0.5],
    ] as const,
    (bench, vendor, literal, shown) => {
      const { seen } = watched(bench, vendor, [reports(vendor, literal), done(vendor)]);
      expect(seen.values.map(({ progress }) => progress)).toEqual([shown, 1]);
    },
  ),
  'NaN, which is no JSON': (bench) => {
    const looks = [reports('creatify', '50'), reports('creatify', 'NaN'), done('creatify')];
    const { seen, port } = watched(bench, 'creatify', looks);
    expect(seen.values.map(({ progress }) => progress)).toEqual([0.5, 1]);
    expect(port.looks).toHaveLength(3);
  },
});

fault(
  'D5',
  variants([['creatify'], ['sync']] as const, (bench, vendor) => {
    const said = [10, 40, 20, null, 50, 0];
    const looks = said.map((value) => running(vendor, { [PROGRESS[vendor]]: value }));
    const { seen } = watched(bench, vendor, [...looks, done(vendor)]);
    const shown = seen.values.map(({ progress }) => progress);
    expect(shown).toEqual([0.1, 0.4, 0.4, 0.4, 0.5, 0.5, 1]);
    const raw = seen.values.slice(0, -1).map((value) => (value.raw as Fields)[PROGRESS[vendor]]);
    expect(raw).toEqual(said);
  }),
);

fault(
  'D6',
  variants([['creatify'], ['sync']] as const, (bench, vendor) => {
    const full = running(vendor, { [PROGRESS[vendor]]: 100 });
    const scene = bench.scripted(({ at }) => (at < START + HOUR_MS ? full : done(vendor)));
    const seen = bench.see(scene.open(vendor).watch(ID, { emit: 'looks' }));
    scene.time.flush();
    expect(seen.words.slice(-2)).toEqual(['succeeded', '|']);
    const before = seen.values.slice(0, -1);
    expect(new Set(before.map(({ phase }) => phase))).toEqual(new Set(['running']));
    expect(Math.max(...before.map(({ progress = 1 }) => progress))).toBe(0.99);
    expect(seen.last.observedAt).toBeGreaterThanOrEqual(START + HOUR_MS);
  }),
);
