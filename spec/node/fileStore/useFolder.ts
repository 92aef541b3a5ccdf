import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileStoreEvent } from '../../../src/node/fileStore/FileStoreOptions.js';

/** In memory where there is such a place: how fast a disk is, is not what is asked here. */
const PLACE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A folder of its own for each test. */
export interface TestFolder {
  /** The store's folder, which is not there yet. */
  readonly path: string;
  /** What was told to `hear`. */
  readonly events: readonly FileStoreEvent[];
  readonly hear: (event: FileStoreEvent) => void;
  readonly at: (name: string) => string;
  readonly text: (name: string) => string;
  readonly names: () => readonly string[];
  readonly mode: (name?: string) => string;
}

export function useFolder(): TestFolder {
  let root = '';
  let events: FileStoreEvent[] = [];
  beforeEach(() => {
    root = mkdtempSync(join(PLACE, 'rushes-store-'));
    events = [];
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const at = (name: string) => join(root, 'store', name);
  return {
    get path() {
      return join(root, 'store');
    },
    get events() {
      return events;
    },
    hear: (event) => void events.push(event),
    at,
    text: (name) => readFileSync(at(name), 'utf8'),
    names: () => readdirSync(join(root, 'store')).sort(),
    mode: (name = '') => (statSync(at(name)).mode & 0o777).toString(8),
  };
}
