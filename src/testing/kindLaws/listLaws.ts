import { JUNK } from './junk.js';
import type { JudgedKind } from './JudgedKind.js';
import type { KindLaw, KindMaterial } from './KindLaw.js';
import { hold, shown } from './KindLaw.js';

/** Laws of how a kind reads the pages of its list. @since 0.1.0 */
export function listLaws<Input, Body, Output, Preview>(
  kind: JudgedKind<Input, Body, Output, Preview>,
  { pages = [] }: KindMaterial<Input>,
): readonly KindLaw[] {
  const { list } = kind;
  if (list === undefined) return [];
  return [
    {
      name: 'finds jobs in every page of its list, and asks for the next one',
      check: () => {
        hold(pages.length > 0, 'no page was given');
        for (const page of pages) {
          const bodies = list.bodies(page) ?? [];
          hold(bodies.length > 0, `no jobs in ${shown(page)}`);
          for (const body of bodies) {
            hold(kind.codec.decode(body)._tag === 'Right', `not read: ${shown(body)}`);
          }
          const next: unknown = list.next?.(page, {});
          const { method, path } = list.request(next ?? {});
          hold(method === 'GET' && /^\/[^/]/.test(path), `${method} ${path}`);
          hold(next === undefined || list.check(next).length === 0, `next is ${shown(next)}`);
        }
      },
    },
    {
      name: 'takes junk for no page of its list, and never throws over it',
      check: () => {
        for (const json of JUNK) {
          const bodies = list.bodies(json) ?? [];
          const jobs = bodies.filter((body) => kind.codec.decode(body)._tag === 'Right');
          hold(jobs.length === 0, `found jobs in ${shown(json)}`);
          list.next?.(json, {});
        }
      },
    },
  ];
}
