// What a vendor says of a job that has ended: four answers of 600 to 900 bytes, as their pages show them.
import { readFileSync } from 'node:fs';

const FIXTURES = [
  'aurous/generations/succeeded.json',
  'creatify/aurora/done.json',
  'creatify/lipsyncs/done.json',
  'sync/completed.json',
];

/** The path below which the server answers with the body of this number. */
export const pathOf = (index) => `/bodies/${index % FIXTURES.length}`;

/** The path of the job that a client of Rushes looks at. */
export const LOOK_PATH = '/api/lipsyncs/';

const read = (name) => {
  const file = new URL(`../../spec/fixtures/${name}`, import.meta.url);
  return Buffer.from(JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))));
};

/** Every answer by the path that it is given for; a look has a path for each id. */
export function bodyFinder() {
  const bodies = FIXTURES.map(read);
  const byPath = new Map(bodies.map((body, index) => [pathOf(index), body]));
  return (path) => (path.startsWith(LOOK_PATH) ? bodies[2] : byPath.get(path));
}
