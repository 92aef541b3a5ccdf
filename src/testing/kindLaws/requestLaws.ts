import type { HttpRequest } from '../../contract/HttpRequest.js';
import type { JobKind } from '../../contract/JobKind.js';
import { HOSTILE_IDS } from './junk.js';
import type { KindLaw } from './KindLaw.js';
import { hold, shown } from './KindLaw.js';

const PLAIN_ID = 'plain-id';

type ById = (id: string) => HttpRequest;

function requestsById<Input, Body, Output, Preview>(
  kind: JobKind<Input, Body, Output, Preview>,
): readonly ById[] {
  const { remove, hold: longPoll } = kind;
  return [
    (id) => kind.look(id),
    ...(longPoll === undefined
      ? []
      : [(id: string) => kind.look(id, { holdMs: longPoll.startMs })]),
    ...(kind.liveProgress === true ? [(id: string) => kind.look(id, { progress: true })] : []),
    ...(remove === undefined ? [] : [remove]),
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
  kind: JobKind<Input, Body, Output, Preview>,
): readonly KindLaw[] {
  const byId = requestsById(kind);
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
        const asked = byId.map((request) => shown(request(PLAIN_ID)));
        hold(new Set(asked).size === asked.length, asked.join(' '));
      },
    },
  ];
}
