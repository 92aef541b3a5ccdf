import { isPhase } from '../../model/isPhase.js';
import type { Phase } from '../../model/Phase.js';
import { JUNK, WRONG_VALUES } from './junk.js';
import type { JudgedKind } from './JudgedKind.js';
import type { KindLaw } from './KindLaw.js';
import { hold, shown } from './KindLaw.js';

const OBSERVED_AT = Date.UTC(2026, 10, 22);

const ABSOLUTE = /^https?:\/\/[^\s/]+/i;

const isTime = (value: unknown): boolean =>
  value === undefined || (typeof value === 'number' && value >= 0 && Number.isFinite(value));

/** Every column of a body; throws where one of them is not what its type says. */
function readColumns<Input, Body, Output, Preview>(
  kind: JudgedKind<Input, Body, Output, Preview>,
  body: Body,
): void {
  const assets = kind.assets?.(body, OBSERVED_AT) ?? [];
  for (const { url, role, expiresAt } of assets) {
    hold(ABSOLUTE.test(url), `asset with URL ${shown(url)}`);
    hold(role !== '' && isTime(expiresAt), `asset with role ${shown(role)} until ${expiresAt}`);
  }
  const progress = kind.progress?.(body);
  hold(progress === undefined || Number.isFinite(progress), `progress ${progress}`);
  const credits = kind.credits?.(body);
  hold(credits === undefined || Number.isFinite(credits), `credits ${credits}`);
  hold(isTime(kind.createdAt?.(body)), `created at ${kind.createdAt?.(body)}`);
  const failure = kind.failure?.(body);
  hold(failure === undefined || typeof failure.message === 'string', shown(failure));
  kind.output(body);
  kind.preview?.(body);
  kind.deleted?.(body);
}

function decoded<Input, Body, Output, Preview>(
  kind: JudgedKind<Input, Body, Output, Preview>,
  json: unknown,
): Body {
  const result = kind.codec.decode(json);
  if (result._tag === 'Left') throw new Error(`not read: ${shown(json)}`);
  return result.right;
}

/** The same body with one field wrong, for each field that carries neither the id nor the status. */
function* damaged(json: object, ...essential: readonly string[]): Iterable<object> {
  yield { ...json, a_key_of_tomorrow: { nested: [1, 2, 3] } };
  for (const [key, value] of Object.entries(json)) {
    if (essential.includes(value as string)) continue;
    yield Object.fromEntries(Object.entries(json).filter(([name]) => name !== key));
    for (const wrong of WRONG_VALUES) yield { ...json, [key]: wrong };
  }
}

/** Laws of how a kind reads the bodies of looks. @since 0.1.0 */
export function decodingLaws<Input, Body, Output, Preview>(
  kind: JudgedKind<Input, Body, Output, Preview>,
  bodies: readonly unknown[],
): readonly KindLaw[] {
  const phaseOf = (body: Body): Phase | undefined =>
    Object.hasOwn(kind.phases, kind.status(body)) ? kind.phases[kind.status(body)] : undefined;
  return [
    {
      name: 'reads every body, with an id, a status of its table and sound facts',
      check: () => {
        hold(bodies.length > 0, 'no body was given');
        for (const json of bodies) {
          const body = decoded(kind, json);
          hold(kind.id(body) !== '', `no id in ${shown(json)}`);
          hold(phaseOf(body) !== undefined, `status ${shown(kind.status(body))} has no phase`);
          readColumns(kind, body);
        }
      },
    },
    {
      name: 'has a body of every status in its table, and a phase for every status',
      check: () => {
        const seen = bodies.map((json) => kind.status(decoded(kind, json)));
        for (const [status, phase] of Object.entries(kind.phases)) {
          hold(isPhase(phase), `${status} means ${shown(phase)}`);
          hold(seen.includes(status), `no body has the status ${status}`);
        }
      },
    },
    {
      name: 'finds the output of every job that succeeded, and actions where one is needed',
      check: () => {
        for (const json of bodies) {
          const body = decoded(kind, json);
          if (kind.deleted?.(body) === true) continue;
          if (phaseOf(body) === 'succeeded') {
            hold(kind.output(body) !== undefined, `no output in ${shown(json)}`);
          }
          if (phaseOf(body) === 'needs-action') {
            const isReady = kind.preview !== undefined && (kind.actions ?? []).length > 0;
            hold(isReady, 'a job that needs a decision has no preview or no actions');
          }
        }
      },
    },
    {
      name: 'still reads id and status where any other field is null, missing, wrong or new',
      check: () => {
        for (const json of bodies) {
          const [id, status] = [kind.id(decoded(kind, json)), kind.status(decoded(kind, json))];
          for (const variant of damaged(json as object, id, status)) {
            const body = decoded(kind, variant);
            hold(kind.id(body) === id && kind.status(body) === status, shown(variant));
            readColumns(kind, body);
          }
        }
      },
    },
    {
      name: 'takes junk for no job, and never throws over it',
      check: () => {
        for (const json of JUNK) {
          hold(kind.codec.decode(json)._tag === 'Left', `took ${shown(json)} for a job`);
        }
      },
    },
  ];
}
