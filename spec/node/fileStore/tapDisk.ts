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
  readonly args: readonly unknown[];
  /** Carries it out. */
  readonly go: () => unknown;
  /** Writes a part of what was to be written, so many bytes of it; does nothing of other calls. */
  readonly goPart: (bytesOf: (length: number) => number) => unknown;
}

type AnyCall = (...args: unknown[]) => unknown;

function writePart(
  original: AnyCall,
  [fd, bytes, offset]: readonly unknown[],
  bytesOf: (length: number) => number,
): unknown {
  if (!(bytes instanceof Uint8Array)) return original(fd, bytes);
  const from = (offset as number | undefined) ?? 0;
  return original(fd, bytes, from, bytesOf(bytes.length - from));
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
        const goPart: DiskCall['goPart'] = (bytesOf) =>
          name === 'writeSync' ? writePart(original, args, bytesOf) : undefined;
        return tap({ name, args, go, goPart });
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
