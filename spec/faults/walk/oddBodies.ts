import { URL_CANARY } from '../../wire/secrets/canaries.js';
import type { Shop } from './shops.js';
import type { OddBody, OddId } from './Story.js';

/** What signs the files of a vendor, and may be seen in nothing but a result. */
export const SIGNED = `https://files.example/a.mp4?Signature=${URL_CANARY}`;

const cut = (text: string, part: number): string => text.slice(0, Math.ceil(text.length * part));

const DEEP = `{"id":${'['.repeat(5_000)}${']'.repeat(5_000)}}`;

type Write = (good: object, shop: Shop) => string;

const refusal: Write = (_, shop) => JSON.stringify(shop.refusal('odd', 'the vendor says no'));

/** Bodies that are not what was asked for, by their names. */
const ODD: Readonly<Record<OddBody, Write>> = {
  refusal,
  html: () => '<!doctype html><title>Just a moment</title>',
  empty: () => '',
  null: () => 'null',
  array: () => '[]',
  string: () => '"ok"',
  zero: () => '0',
  cut: (good) => cut(JSON.stringify(good), 0.9),
  'cut before the id': () => '{"id":"job-',
  'wrong types': (good) =>
    JSON.stringify(Object.fromEntries(Object.keys(good).map((name, at) => [name, [at]]))),
  'no id': (good) => JSON.stringify({ ...good, id: undefined }),
  'prototype keys': (good) =>
    `{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},${JSON.stringify(good).slice(1)}`,
  deep: () => DEEP,
  echo: (good, shop) => {
    const words = `${shop.keys.join(' ')} ${SIGNED}`;
    return JSON.stringify({ ...good, ...shop.refusal(words, words), error: words, note: words });
  },
};

/** Writes such a body in the place of a good one. */
export const oddBody = (name: OddBody, good: object, shop: Shop): string => ODD[name](good, shop);

/** The value of such an id. */
export function oddId(id: OddId, number: number): unknown {
  if (id === 'number') return 4_700 + number;
  if (id === 'long') return 'x'.repeat(10_000);
  return id;
}

/** The beginning of a good answer that breaks off. */
export const beginning = (good: object, part: number): string => cut(JSON.stringify(good), part);
