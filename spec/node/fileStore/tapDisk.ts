import fs from 'node:fs';

const CALLS = [
  'closeSync',
  'fchmodSync',
  'fdatasyncSync',
  'fstatSync',
  'fsyncSync',
  'linkSync',
  'lstatSync',
  'mkdirSync',
  'openSync',
  'readdirSync',
  'readSync',
  'unlinkSync',
  'writeSync',
] as const;

/** One call of the file system. */
export interface DiskCall {
  readonly name: (typeof CALLS)[number];
  /** Carries it out. */
  readonly go: () => unknown;
  /** Writes a part of what was to be written; of other calls nothing. */
  readonly goHalf: () => unknown;
}

type AnyCall = (...args: unknown[]) => unknown;

function halfWritten(original: AnyCall, [fd, bytes, offset]: readonly unknown[]): unknown {
  if (!(bytes instanceof Uint8Array)) return original(fd, bytes);
  const from = (offset as number | undefined) ?? 0;
  return original(fd, bytes, from, Math.floor((bytes.length - from) / 2));
}

/** Hands each call that `work` makes to `tap`, which gives what the call gives; afterwards all is as before. */
export function tapDisk<T>(tap: (call: DiskCall) => unknown, work: () => T): T {
  const disk = fs as unknown as Record<string, AnyCall>;
  const originals = CALLS.map((name) => [name, disk[name]!] as const);
  let isInside = false;
  for (const [name, original] of originals) {
    disk[name] = (...args) => {
      const go = () => original(...args);
      // What the tap itself does is its own business.
      if (isInside) return go();
      isInside = true;
      try {
        const goHalf = () => (name === 'writeSync' ? halfWritten(original, args) : undefined);
        return tap({ name, go, goHalf });
      } finally {
        isInside = false;
      }
    };
  }
  try {
    return work();
  } finally {
    for (const [name, original] of originals) disk[name] = original;
  }
}

/** How many calls `work` makes. */
export function callsOf(work: () => unknown): readonly DiskCall['name'][] {
  const names: DiskCall['name'][] = [];
  tapDisk((call) => {
    names.push(call.name);
    return call.go();
  }, work);
  return names;
}
