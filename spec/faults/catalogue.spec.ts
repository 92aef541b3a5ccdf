import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE, GROUPS } from './catalogue.js';
import type { Group } from './catalogue.js';

/** Groups whose tests are being written: take the letter out with the last one. */
const TO_COME: readonly Group[] = [];

const sources = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.faults.ts'))
  .map((name) => readFileSync(join(__dirname, name), 'utf8'));

/** The rows that some file tests, by reading the files: they run apart from each other. */
const tested = sources.flatMap((source) =>
  [...source.matchAll(/\bfault\(\s*'([^']*)'/g)].map(([, id = '']) => id),
);
const calls = sources.flatMap((source) => [...source.matchAll(/\bfault\(/g)]).length;

const idsOf = (group: Group): readonly string[] =>
  CATALOGUE.filter((row) => row.group === group && row.excluded === undefined).map(({ id }) => id);

describe('the catalogue', () => {
  it('bears each number once, in its group, and says why a row is excluded', () => {
    const ids = CATALOGUE.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, group, fault, expected, excluded } of CATALOGUE) {
      expect(id).toMatch(new RegExp(`^${group}[1-9]\\d?$`));
      expect([fault, expected]).not.toContain('');
      expect(excluded ?? 'a reason of some words').toMatch(/\w+ \w+ \w+/);
    }
  });

  it('is tested by calls whose number can be read, each number once, and none but its own', () => {
    expect(tested).toHaveLength(calls);
    expect(tested.filter((id, index) => tested.indexOf(id) !== index)).toEqual([]);
    const lawful = (Object.keys(GROUPS) as readonly Group[]).flatMap(idsOf);
    expect(tested.filter((id) => !lawful.includes(id))).toEqual([]);
  });

  it.each(
    (Object.keys(GROUPS) as readonly Group[]).map((group) => [group, GROUPS[group]] as const),
  )('has every row of %s tested (%s)', (group) => {
    const missing = idsOf(group).filter((id) => !tested.includes(id));
    // A group that is to come has rows to come.
    if (TO_COME.includes(group)) expect(missing).not.toEqual([]);
    else expect(missing).toEqual([]);
  });
});
