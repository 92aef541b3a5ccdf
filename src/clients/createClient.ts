import type { CallOptions } from '../contract/JobOptions.js';
import type { JobVerb } from '../contract/JobKind.js';
import type { Vendor } from '../contract/Vendor.js';
import type { VendorCall } from '../contract/VendorCall.js';
import type { AnyKind } from '../engine/AnyKind.js';
import type { Engine } from '../engine/Engine.js';
import { InvalidInput } from '../errors/InvalidInput.js';
import { withAccounts } from './Accounts.js';
import { actingAlone } from './actingAlone.js';
import type { AnyCall, AnyUpload, CallTable } from './CallDefinition.js';
import { clientOf } from './Client.js';
import type { ClientOptions } from './ClientOptions.js';
import { environmentOf } from './environmentOf.js';
import { calling, creating, listing, performing } from './families.js';
import { removing, uploading, watching } from './families.js';
import type { AnyDefinition, VerbDefinition } from './JobDefinition.js';
import type { FamilyTable, KeysOf, OwnClient } from './OwnClient.js';
import { isCall, isJob, memberIssues, ownVendorIssues } from './ownVendorIssues.js';
import { soundCall, soundKind, soundList, soundUpload, soundVerb } from './soundDefinition.js';

/** What a user's own client gets by one name of its table. */
type Member = (engine: Engine) => unknown;

function callMember(provider: string, name: string, definition: AnyCall): Member {
  const who = { provider, name };
  if ('target' in definition) {
    const upload = soundUpload(definition as AnyUpload, who);
    return (engine) => {
      const bring = uploading(engine, upload);
      return (...given: readonly [unknown, Blob] | readonly [Blob]) =>
        given.length === 1 ? bring({}, given[0]) : bring(given[0], given[1]);
    };
  }
  const call = soundCall(definition, who) as VendorCall<unknown, unknown>;
  return (engine) => {
    const ask = calling(engine, call);
    // An input whose fields may all be left out may be left out itself.
    return (input: unknown = {}, options?: CallOptions) => ask(input, options);
  };
}

const callMembers = (provider: string, family: string, calls: CallTable) =>
  Object.entries(calls).map(
    ([name, call]) => [name, callMember(provider, `${family}.${name}`, call)] as const,
  );

/** The methods of a table at an engine. */
const methodsAt = (engine: Engine, members: readonly (readonly [string, Member])[]) =>
  Object.fromEntries(members.map(([name, member]) => [name, member(engine)]));

function kindOf(provider: string, name: string, definition: AnyDefinition): AnyKind {
  const { buckets = {}, errorOf, kind = name } = definition;
  return soundKind({ ...definition, buckets, errorOf, kind, provider } as AnyKind);
}

function verbMembers(name: string, kind: AnyKind, definition: AnyDefinition) {
  const verbs = (definition.verbs ?? {}) as Readonly<Record<string, VerbDefinition<never>>>;
  return Object.entries(verbs).map(([method, given]): readonly [string, Member] => {
    const { provider } = kind;
    const verb = soundVerb({ ...given, name: method }, { provider, name: `${name}.${method}` });
    // A request that asks for no input is a method without one.
    const takesInput = given.request.length > 1;
    return [
      method,
      (engine) =>
        takesInput
          ? performing(engine, name, kind, verb)
          : actingAlone(engine, name, kind, verb as unknown as JobVerb<void>),
    ];
  });
}

function jobMember(name: string, kind: AnyKind, definition: AnyDefinition): Member {
  const { list, remove, submit } = definition;
  const calls = (definition.calls ?? {}) as CallTable;
  const { provider } = kind;
  const paging = list === undefined ? undefined : soundList(list, { provider, name });
  const more = [...verbMembers(name, kind, definition), ...callMembers(provider, name, calls)];
  return (engine) =>
    Object.freeze({
      ...watching(engine, name, kind),
      ...(submit === undefined ? {} : creating(engine, name, kind)),
      ...(paging === undefined ? {} : listing(engine, name, kind, paging)),
      ...(remove === undefined ? {} : removing(engine, name, kind)),
      ...methodsAt(engine, more),
    });
}

/** The kinds that a table defines, and what the client gets by each of its names. */
function membersOf(provider: string, families: FamilyTable) {
  const kinds: AnyKind[] = [];
  const members = Object.entries(families).map(([name, definition]): readonly [string, Member] => {
    if (isJob(definition)) {
      const kind = kindOf(provider, name, definition);
      kinds.push(kind);
      return [name, jobMember(name, kind, definition)];
    }
    if (isCall(definition)) return [name, callMember(provider, name, definition)];
    const group = callMembers(provider, name, definition);
    return [name, (engine) => Object.freeze(methodsAt(engine, group))];
  });
  return { kinds, members };
}

/**
 * Makes a client of a vendor of your own: the same engine, laws and options as the built-in ones.
 *
 * @param vendor - its name, its address, and the headers that carry its keys
 * @param families - its sorts of jobs, each from `defineJob`, and its calls, each from `defineCall` or
 * `defineUpload`, by the names they get in the client
 * @param options - its keys, and the options that all clients take
 * @throws InvalidInput, at once, naming every column and option that breaks a rule; a key is never
 * shown
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
  const flaws = memberIssues(families);
  const vendorFlaws = ownVendorIssues(vendor);
  // Without its names of keys, a vendor's options cannot be judged.
  if (vendorFlaws.length > 0) {
    throw new InvalidInput([...vendorFlaws, ...flaws], { provider: 'rushes', operation });
  }
  const environment = environmentOf({ vendor, operation, issues: flaws }, options);
  const { kinds, members } = membersOf(vendor.provider, families);
  type Self = OwnClient<KeyName, Families>;
  return withAccounts<Self, KeysOf<KeyName>>(
    environment,
    (engine) =>
      ({ ...clientOf(engine, kinds), ...methodsAt(engine, members) }) as unknown as Omit<
        Self,
        'forAccount'
      >,
  );
}
