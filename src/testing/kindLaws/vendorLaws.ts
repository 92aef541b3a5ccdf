import type { HttpRequest } from '../../contract/HttpRequest.js';
import type { Bucket } from '../../contract/Limiter.js';
import type { Vendor } from '../../contract/Vendor.js';
import type { AnyJudgedKind } from './JudgedKind.js';
import type { KindLaw, KindMaterial } from './KindLaw.js';
import { hold, shown } from './KindLaw.js';
import { requestsById } from './requestLaws.js';

/** Sorts of jobs by their names in the client. @since 0.1.0 */
export type JudgedFamilies = Readonly<Record<string, AnyJudgedKind>>;

/** A vendor as laws judge it. @since 0.1.0 */
export interface JudgedVendor {
  readonly vendor: Vendor;
  readonly families: JudgedFamilies;
  /** What the families are judged with, as far as there is any. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each family takes an input of its own
  readonly material?: Readonly<Record<string, KindMaterial<any>>>;
}

const KEYS = ['key-of-the-first-account', 'key-of-the-second-account'] as const;

const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** Headers that belong to the transport: a key in one of them is lost or breaks the request. */
const OF_THE_TRANSPORT = ['accept', 'connection', 'content-length', 'content-type', 'host'];

const keyHeaders = ({ keys }: Vendor): readonly string[] =>
  Object.values(keys).map((write) => write(KEYS[0])[0].toLowerCase());

/** Every request that can be made without asking anybody for an input, and those of good inputs. */
function requestsOf({ families, material = {} }: JudgedVendor): readonly HttpRequest[] {
  return Object.entries(families).flatMap(([name, kind]) => {
    const { inputs, verbs } = material[name] ?? { bodies: [] };
    const creates = (inputs?.good ?? []).map((input: unknown) => kind.submit?.(input));
    return [
      ...requestsById(kind, verbs).map((request) => request('plain-id')),
      ...creates.filter((request) => request !== undefined),
    ];
  });
}

function* bucketsOf(families: JudgedFamilies): Iterable<Bucket> {
  for (const { buckets = {}, verbs = {} } of Object.values(families)) {
    yield* Object.values(buckets as Readonly<Record<string, Bucket>>);
    for (const { bucket } of Object.values(verbs)) if (bucket !== undefined) yield bucket;
  }
}

/** What tells two sorts of jobs apart, for who has no more than a reference. */
const reading = (kind: AnyJudgedKind): string =>
  JSON.stringify([kind.look('plain-id'), Object.entries(kind.phases).sort()]);

/**
 * Laws of a vendor as a whole: its name, its keys, and what its sorts of jobs share.
 *
 * @since 0.1.0
 */
export function vendorLaws(judged: JudgedVendor): readonly KindLaw[] {
  const { vendor, families } = judged;
  return [
    {
      name: 'has a name for references, one for people, and an https address',
      check: () => {
        hold(NAME.test(vendor.provider), `provider ${shown(vendor.provider)}`);
        hold(vendor.title.trim() !== '', 'no title');
        const good = /^https:\/\/[^\s?#@\\]+[^\s?#@\\/]$/.test(vendor.baseUrl);
        hold(good && URL.canParse(vendor.baseUrl), `address ${shown(vendor.baseUrl)}`);
      },
    },
    {
      name: 'carries each key in a header of its own, by its value alone',
      check: () => {
        const headers = keyHeaders(vendor);
        hold(new Set(headers).size === headers.length, `headers ${headers.join(', ')}`);
        for (const [option, write] of Object.entries(vendor.keys)) {
          const [[header, first], [again, second]] = [write(KEYS[0]), write(KEYS[1])];
          hold(/^[A-Za-z0-9-]+$/.test(header), `${option} in the header ${shown(header)}`);
          hold(header === again, `${option} decides on the name of its header`);
          hold(first !== second, `${option} is not in its header`);
          hold(!OF_THE_TRANSPORT.includes(header.toLowerCase()), `${option} in ${header}`);
        }
      },
    },
    {
      name: 'leaves the headers of its keys alone in every request, and stays below its address',
      check: () => {
        const keyed = keyHeaders(vendor);
        for (const { headers = {}, path } of requestsOf(judged)) {
          const own = Object.keys(headers).find((name) => keyed.includes(name.toLowerCase()));
          hold(own === undefined, `${path} sets ${own}`);
          hold(/^\/[^/]/.test(path), `path ${shown(path)}`);
        }
      },
    },
    {
      name: 'bears one name in all its sorts of jobs',
      check: () => {
        for (const [name, { provider = vendor.provider }] of Object.entries(families)) {
          hold(provider === vendor.provider, `${name} is of ${shown(provider)}`);
        }
      },
    },
    {
      name: 'gives one kind to one sort of job, so that a reference says how to look',
      check: () => {
        const seen = new Map<string, string>();
        for (const [name, family] of Object.entries(families)) {
          const { kind = name } = family;
          hold(NAME.test(kind), `kind ${shown(kind)}`);
          hold((seen.get(kind) ?? reading(family)) === reading(family), `${kind} twice`);
          seen.set(kind, reading(family));
        }
      },
    },
    {
      name: 'means one rate by one name of a bucket',
      check: () => {
        const seen = new Map<string, string>();
        for (const { name, perMinute, burst } of bucketsOf(families)) {
          hold(perMinute > 0 && burst >= 1, `bucket ${name} of ${perMinute}, ${burst}`);
          const rate = `${perMinute} a minute, ${burst} at once`;
          hold((seen.get(name) ?? rate) === rate, `${name}: ${seen.get(name)}, and ${rate}`);
          seen.set(name, rate);
        }
      },
    },
  ];
}
