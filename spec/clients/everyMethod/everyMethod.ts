import type { Observable } from 'rxjs';
import type { Either, JobError } from 'rushes';
import { OF_EVERY_CLIENT } from '../../coverage/samples/Samples.js';
import { at, pathsOf } from '../../coverage/walkClient.js';
import type { EveryClient } from './everyClient.js';
import { CLIENTS } from './everyClient.js';

/** What any method of any client gives. */
export type Given = Observable<Either<JobError, unknown>>;

export type Method = (...args: readonly unknown[]) => Given;

/** One method of one client, and how to call it. */
export interface EveryMethod {
  readonly client: EveryClient;
  /** Its place in the client, such as `lipsyncs.preview`. */
  readonly path: string;
  /** The last part of the path. */
  readonly name: string;
  /** The first part of the path, where there is more than one. */
  readonly family: string;
  /** The first of its samples. */
  readonly args: readonly unknown[];
  /** All of its samples. */
  readonly samples: readonly (readonly unknown[])[];
}

/** The method of an opened client. */
export const methodOf = (client: object, { path }: Pick<EveryMethod, 'path'>): Method =>
  at(client, path) as Method;

function methodsOf(client: EveryClient): readonly EveryMethod[] {
  const opened = client.open(client.vault.keys, {});
  return pathsOf(opened)
    .filter((path) => !OF_EVERY_CLIENT.some((name) => name === path))
    .map((path) => {
      const samples = at(client.samples, path) as EveryMethod['samples'] | undefined;
      const [args] = samples ?? [];
      if (samples === undefined || args === undefined) throw new Error(`${path} has no sample`);
      const parts = path.split('.');
      return { client, path, name: parts.at(-1)!, family: parts[0]!, args, samples };
    });
}

/** Every method of every client. */
export const METHODS: readonly EveryMethod[] = CLIENTS.flatMap(methodsOf);

/** A table for `it.each`: the name of each method, and the method. */
export const tableOf = (
  methods: readonly EveryMethod[],
): readonly (readonly [string, EveryMethod])[] =>
  methods.map((method) => [`${method.client.provider}: ${method.path}`, method]);
