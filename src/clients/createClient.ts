import type { RunOptions } from '../contract/JobOptions.js';
import type { JobVerb } from '../contract/JobKind.js';
import type { JobStream } from '../contract/JobStream.js';
import { plainErrorOf } from '../contract/plainErrorOf.js';
import type { Vendor } from '../contract/Vendor.js';
import type { AnyKind } from '../engine/AnyKind.js';
import type { KeySource } from '../engine/Credentials.js';
import type { Engine } from '../engine/Engine.js';
import type { InputIssue } from '../errors/InputIssue.js';
import type { JobRef } from '../model/JobRef.js';
import type { Accounts } from './Accounts.js';
import { withAccounts } from './Accounts.js';
import type { Client } from './Client.js';
import { clientOf } from './Client.js';
import type { ClientOptions } from './ClientOptions.js';
import type { AnyDefinition, JobDefinition, VerbDefinition } from './defineJob.js';
import { environmentOf } from './environmentOf.js';
import type { CreateMethods, ListMethods, RemoveMethods, WatchMethods } from './families.js';
import { acting, creating, listing, performing, removing, watching } from './families.js';

/** A verb as a method: its input is an argument where it takes one. @since 0.1.0 */
export type VerbMethod<Input, Output, Preview> = [unknown] extends [Input]
  ? (job: JobRef | string, options?: RunOptions) => JobStream<Output, Preview>
  : (job: JobRef | string, input: Input, options?: RunOptions) => JobStream<Output, Preview>;

type NoMethods = Readonly<Record<never, never>>;

/**
 * The methods of a defined job: what its definition offers, and no more.
 *
 * @since 0.1.0
 */
export type FamilyOf<Definition> =
  Definition extends JobDefinition<
    infer Input,
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the body stays inside
    any,
    infer Output,
    infer Preview,
    infer Query,
    infer VerbInputs,
    infer Removal
  >
    ? WatchMethods<Output, Preview> &
        ([unknown] extends [Input] ? NoMethods : CreateMethods<Input, Output, Preview>) &
        ([unknown] extends [Query] ? NoMethods : ListMethods<Output, Query, Preview>) &
        ([Removal] extends [never] ? NoMethods : RemoveMethods) & {
          readonly [Name in keyof VerbInputs]: VerbMethod<VerbInputs[Name], Output, Preview>;
        }
    : never;

/** The families of a client of one's own, by their names. @since 0.1.0 */
export type FamilyTable = Readonly<Record<string, AnyDefinition>>;

type OutputOf<Families extends FamilyTable> = Families[keyof Families] extends infer Definition
  ? // eslint-disable-next-line @typescript-eslint/no-explicit-any -- only the output matters here
    Definition extends JobDefinition<any, any, infer Output, any, any, any, any>
    ? Output
    : never
  : never;

/** A vendor's key options. @since 0.1.0 */
export type KeysOf<KeyName extends string> = Readonly<Record<KeyName, KeySource>>;

/**
 * A client of a vendor of one's own.
 *
 * @since 0.1.0
 */
export type OwnClient<KeyName extends string, Families extends FamilyTable> = Client<
  OutputOf<Families>
> &
  Accounts<OwnClient<KeyName, Families>, KeysOf<KeyName>> & {
    readonly [Name in keyof Families]: FamilyOf<Families[Name]>;
  };

const NAME = /^[A-Za-z][A-Za-z0-9]{0,63}$/;

/** Methods of every client, now or to come: no family can bear such a name. */
const TAKEN: readonly string[] = [
  'acceptWebhook',
  'close',
  'forAccount',
  'intents',
  'reconcile',
  'refresh',
  'resolveIntent',
  'resume',
  'then',
  'watch',
];

function nameIssues(vendor: Vendor, families: FamilyTable): readonly InputIssue[] {
  return [
    ...(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(vendor.provider)
      ? []
      : [{ path: 'provider', message: 'must be 1 to 64 letters, digits, "-" or "_"' }]),
    ...Object.keys(families)
      .filter((name) => !NAME.test(name) || TAKEN.includes(name))
      .map((name) => ({
        path: `families.${name.slice(0, 64)}`,
        message: TAKEN.includes(name)
          ? 'is the name of a method that every client has: take another'
          : 'must be 1 to 64 letters and digits, beginning with a letter',
      })),
  ];
}

function kindOf(provider: string, name: string, definition: AnyDefinition): AnyKind {
  return { buckets: {}, errorOf: plainErrorOf, kind: name, ...definition, provider };
}

function methodsOf(engine: Engine, name: string, kind: AnyKind, definition: AnyDefinition) {
  const { list, submit, remove } = definition;
  const verbs = (definition.verbs ?? {}) as Readonly<Record<string, VerbDefinition<never>>>;
  const verbMethods = Object.entries(verbs).map(([method, verb]) => {
    const named = { ...verb, name: method };
    // A request that asks for no input is a method without one.
    const takesInput = verb.request.length > 1;
    return [
      method,
      takesInput
        ? performing(engine, name, kind, named)
        : acting(engine, name, kind, named as unknown as JobVerb<void>),
    ] as const;
  });
  return Object.freeze({
    ...watching(engine, name, kind),
    ...(submit === undefined ? {} : creating(engine, name, kind)),
    ...(list === undefined ? {} : listing(engine, name, kind, list)),
    ...(remove === undefined ? {} : removing(engine, name, kind)),
    ...Object.fromEntries(verbMethods),
  });
}

/**
 * Makes a client of a vendor of your own: the same engine, laws and options as the built-in ones.
 *
 * @param vendor - its name, its address, and the headers that carry its keys
 * @param families - its sorts of jobs, each from {@link defineJob}, by the names they get in the client
 * @param options - its keys, and the options that all clients take
 * @throws InvalidInput, at once, naming every option that breaks a rule; a key is never shown
 * @example
 * ```ts
 * import { createClient, defineJob, lenient, lenientBody, outputOf } from 'rushes';
 *
 * const renders = defineJob({
 *   submit: (input: { scene: string }) => ({ method: 'POST', path: '/renders', json: input }),
 *   look: (id) => ({ method: 'GET', path: `/renders/${id}` }),
 *   codec: lenientBody('a render', { id: lenient.vendorId, status: lenient.word }, { url: lenient.webUrl }),
 *   id: (body) => body.id,
 *   status: (body) => body.status,
 *   phases: { pending: 'queued', rendering: 'running', done: 'succeeded', failed: 'failed' },
 *   output: (body) => (body.url === undefined ? undefined : { url: body.url }),
 * });
 *
 * const farm = createClient(
 *   {
 *     provider: 'render-farm',
 *     title: 'Render farm',
 *     baseUrl: 'https://renders.example',
 *     keys: { token: (token) => ['Authorization', `Bearer ${token}`] },
 *   },
 *   { renders },
 *   { token: 'your-token' },
 * );
 *
 * export const render = (scene: string): Promise<{ url: string }> =>
 *   outputOf(farm.renders.run({ scene }));
 * ```
 * @since 0.1.0
 */
export function createClient<KeyName extends string, Families extends FamilyTable>(
  vendor: Vendor<KeyName>,
  families: Families,
  options: ClientOptions & KeysOf<NoInfer<KeyName>>,
): OwnClient<KeyName, Families> {
  const operation = 'createClient';
  const issues = nameIssues(vendor, families);
  const environment = environmentOf({ vendor, operation, issues }, options);
  const entries = Object.entries(families).map(([name, definition]) => {
    const kind = kindOf(vendor.provider, name, definition);
    return { name, definition, kind };
  });
  type Self = OwnClient<KeyName, Families>;
  return withAccounts<Self, KeysOf<KeyName>>(
    environment,
    (engine) =>
      ({
        ...clientOf(
          engine,
          entries.map(({ kind }) => kind),
        ),
        ...Object.fromEntries(
          entries.map(({ name, kind, definition }) => [
            name,
            methodsOf(engine, name, kind, definition),
          ]),
        ),
      }) as unknown as Omit<Self, 'forAccount'>,
  );
}
