import type { HttpRequest } from '../../contract/HttpRequest.js';
import { HOSTILE_IDS } from './junk.js';
import type { AnyJudgedKind, JudgedKind } from './JudgedKind.js';
import type { KindLaw, KindMaterial } from './KindLaw.js';
import { hold, shown } from './KindLaw.js';

const PLAIN_ID = 'plain-id';

type ById = (id: string) => HttpRequest;

/** Every way in which a kind looks at a job. */
function looksOf(kind: AnyJudgedKind): readonly ById[] {
  const { hold: longPoll } = kind;
  return [
    (id) => kind.look(id),
    ...(longPoll === undefined
      ? []
      : [(id: string) => kind.look(id, { holdMs: longPoll.startMs })]),
    ...(kind.liveProgress === true ? [(id: string) => kind.look(id, { progress: true })] : []),
  ];
}

/**
 * Every request of a kind that names a job: its looks, its removal and its verbs.
 *
 * @param inputs - what verbs are given, by their names
 * @since 0.1.0
 */
export function requestsById(
  kind: AnyJudgedKind,
  inputs: Readonly<Record<string, unknown>> = {},
): readonly ById[] {
  const { remove, verbs = {} } = kind;
  return [
    ...looksOf(kind),
    ...(remove === undefined ? [] : [remove]),
    ...Object.entries(verbs).map(
      ([name, { request }]): ById =>
        (id) =>
          request(id, inputs[name] ?? {}),
    ),
  ];
}

/** The segments of the path as a server would see them. */
const segments = ({ path }: HttpRequest): readonly string[] =>
  new URL(`https://vendor.example${path}`).pathname.split('/');

function staysInPlace(request: ById, id: string): boolean {
  const { path } = request(id);
  const plain = segments(request(PLAIN_ID));
  const seen = segments({ method: 'GET', path });
  return (
    !/[?#]/.test(path) &&
    seen.length === plain.length &&
    seen.every((segment, index) =>
      plain[index] === PLAIN_ID ? segment !== '' : segment === plain[index],
    )
  );
}

/** Laws of the requests that a kind makes. @since 0.1.0 */
export function requestLaws<Input, Body, Output, Preview>(
  kind: JudgedKind<Input, Body, Output, Preview>,
  { verbs }: Pick<KindMaterial<Input>, 'verbs'> = {},
): readonly KindLaw[] {
  const byId = requestsById(kind, verbs);
  return [
    {
      name: 'asks for a job below the base URL, with the id as one segment of the path',
      check: () => {
        for (const request of byId) {
          const { path } = request(PLAIN_ID);
          const count = path.split('/').filter((segment) => segment === PLAIN_ID).length;
          hold(/^\/[^/]/.test(path) && count === 1, `path ${path}`);
        }
      },
    },
    {
      name: 'lets no id leave its place in the path',
      check: () => {
        for (const request of byId) {
          for (const id of HOSTILE_IDS) {
            hold(staysInPlace(request, id), `id ${shown(id)} gave path ${request(id).path}`);
          }
        }
      },
    },
    {
      name: 'asks the same of the same job, whenever it is asked',
      check: () => {
        for (const request of byId) {
          const [first, second] = [request(PLAIN_ID), request(PLAIN_ID)].map(shown);
          hold(first === second, `${first} and then ${second}`);
        }
      },
    },
    {
      name: 'asks otherwise where a look is held open or shows progress',
      check: () => {
        const asked = looksOf(kind).map((request) => shown(request(PLAIN_ID)));
        hold(new Set(asked).size === asked.length, asked.join(' '));
      },
    },
  ];
}
