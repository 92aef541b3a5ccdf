import { firstValueFrom, isObservable, timeout, toArray } from 'rxjs';
import type { HttpPort } from 'rushes';
import { isJobError } from 'rushes';
import { recordingPort } from './recordingPort.js';
import type { SampleAnswers } from './samples/Samples.js';
import { OF_EVERY_CLIENT } from './samples/Samples.js';

type Method = (...args: readonly unknown[]) => unknown;

/** A vendor's client and what is needed to call all of it. */
export interface Walkable {
  /** Makes a client; a new one is made for each call, so that no limit binds. */
  readonly create: (http: HttpPort) => object;
  /** As `Samples`, of any client. */
  readonly samples: object;
  readonly answers?: SampleAnswers;
}

/** What the methods of a client ask for. */
export interface Walk {
  /** The methods that send to an endpoint, in the order of the client. */
  readonly methods: ReadonlyMap<string, readonly string[]>;
  /** The kinds of jobs that are watched at an endpoint, as in `JobRef.kind`. */
  readonly watched: ReadonlyMap<string, readonly string[]>;
  /** What is wrong with client or samples, one line each. */
  readonly faults: readonly string[];
}

const isMethod = (value: unknown): value is Method => typeof value === 'function';

/** What stands at a path such as `characters.save`. */
export const at = (owner: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, name) => (value as Record<string, unknown> | undefined)?.[name],
      owner,
    );

/** The paths of all functions below `owner`, such as `characters.save`. */
export function pathsOf(owner: object, prefix = ''): readonly string[] {
  return Object.entries(owner).flatMap(([name, value]: [string, unknown]) => {
    if (isMethod(value)) return [`${prefix}${name}`];
    return typeof value === 'object' && value !== null ? pathsOf(value, `${prefix}${name}.`) : [];
  });
}

interface Called {
  readonly endpoints: readonly string[];
  readonly kind?: string | undefined;
  readonly fault?: string | undefined;
}

/** Calls one method and waits for its end: an answer, or that the request was refused. */
async function call(walkable: Walkable, path: string, args: readonly unknown[]): Promise<Called> {
  const { http, endpoints } = recordingPort(walkable.answers ?? {});
  const method = at(walkable.create(http), path) as Method;
  const given = method(...args);
  if (!isObservable(given)) return { endpoints, fault: `${path} gives no Observable` };
  const events = await firstValueFrom(given.pipe(timeout(5_000), toArray()));
  const { left } = (events.at(-1) ?? {}) as { readonly left?: unknown };
  if (isJobError(left) && left._tag !== 'Unauthorized') {
    return { endpoints, fault: `${path}: its sample ends with ${left._tag}: ${left.message}` };
  }
  if (endpoints.length === 0) return { endpoints, fault: `${path}: its sample sends nothing` };
  return { endpoints, kind: isJobError(left) ? left.ref?.kind : undefined };
}

const addTo = (lists: Map<string, string[]>, key: string, value: string): void => {
  const list = lists.get(key) ?? [];
  if (!list.includes(value)) lists.set(key, [...list, value]);
};

/** Calls every method of a client with its samples, and notes where the requests go. */
export async function walkClient(walkable: Walkable): Promise<Walk> {
  const methods = new Map<string, string[]>();
  const watched = new Map<string, string[]>();
  const faults: string[] = [];
  const paths = pathsOf(walkable.create(recordingPort({}).http)).filter(
    (path) => !OF_EVERY_CLIENT.some((name) => name === path),
  );
  for (const path of paths) {
    const samples = at(walkable.samples, path) as readonly (readonly unknown[])[] | undefined;
    if (samples === undefined || samples.length === 0) faults.push(`${path} has no sample`);
    for (const args of samples ?? []) {
      const { endpoints, kind, fault } = await call(walkable, path, args);
      if (fault !== undefined) faults.push(fault);
      for (const endpoint of endpoints) {
        addTo(methods, endpoint, path);
        if (kind !== undefined && path.endsWith('.watch')) addTo(watched, endpoint, kind);
      }
    }
  }
  return { methods, watched, faults };
}
