import { isLeft } from 'rushes';
import type { JobRef } from 'rushes';
import { KEYS, leaksIn } from '../../wire/secrets/canaries.js';
import type { Seen } from '../bench/Seen.js';
import type { Oracle } from './Oracle.js';
import { records } from './records.js';

/** A result may hold the signed URLs that were paid for; its reference, and an error, may not. */
const leaksOf = (seen: Seen): readonly string[] =>
  seen.events.flatMap((event) => {
    if (isLeft(event)) return leaksIn(`the error ${event.left._tag}`, event.left);
    const { ref } = (event.right ?? {}) as { readonly ref?: JobRef };
    return [...leaksIn('the reference', ref), ...leaksIn('the result', event.right, KEYS)];
  });

/** O4: the marked keys and signed URLs are in nothing that can be printed, stored or sent elsewhere. */
export const nothingShown: Oracle = async (evidence) => {
  const { clients, kept, process, seen, stores, strangers, thrown, told } = evidence;
  const received = strangers.flatMap(({ connections }) =>
    connections.map((connection) => connection.received),
  );
  return [
    ...seen.flatMap(leaksOf),
    ...seen.flatMap(({ what, stream$, defects }) =>
      [stream$, ...defects].flatMap((value) => leaksIn(what, value)),
    ),
    ...thrown.flatMap((error) => leaksIn('what was thrown', error)),
    ...clients.flatMap((client) => leaksIn('the client', client)),
    ...leaksIn('the diagnostics', told),
    ...leaksIn('the store', await records(stores)),
    ...leaksIn('the console', process.printed),
    ...leaksIn('another host', received),
    ...kept.flatMap(({ what, value }) => leaksIn(what, value)),
  ];
};
