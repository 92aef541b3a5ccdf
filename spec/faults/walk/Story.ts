/** The five vendors of the walks; the last one is a user's own. */
export type ShopName = 'creatify' | 'sync' | 'magicHour' | 'aurous' | 'own';

/** A body that is not what was asked for; `echo` repeats the key and a signed URL. */
export type OddBody =
  | 'html'
  | 'empty'
  | 'null'
  | 'array'
  | 'string'
  | 'zero'
  | 'cut'
  | 'cut before the id'
  | 'wrong types'
  | 'no id'
  | 'prototype keys'
  | 'deep'
  | 'echo'
  | 'refusal';

/** An id that cannot stand in a URL, or should not. */
export type OddId = '' | '..' | '../x' | 'a/b' | 'line\nbreak' | '__proto__' | 'long' | 'number';

/** What happens to one request instead of a good answer. */
export type Trouble =
  | { readonly do: 'well' }
  /** No connection: it certainly did not leave. */
  | { readonly do: 'refuse' }
  /** The connection breaks; `keep` is how much of a good answer had come. */
  | { readonly do: 'reset'; readonly commit: boolean; readonly keep?: number }
  | { readonly do: 'silence'; readonly commit: boolean }
  | { readonly do: 'late'; readonly ms: number }
  | {
      readonly do: 'status';
      readonly status: number;
      readonly commit: boolean;
      readonly body: OddBody;
      readonly retryAfter?: string;
    }
  /** A 2xx with another body. */
  | { readonly do: 'body'; readonly status: 200 | 201 | 202 | 204; readonly body: OddBody }
  | { readonly do: 'id'; readonly id: OddId }
  /** A status word that no page lists, or one that goes back. */
  | { readonly do: 'word'; readonly word: string }
  /** A port that breaks its contract. */
  | {
      readonly do: 'defect';
      readonly what: 'throws' | 'undefined' | 'nothing' | 'null' | 'twice';
      readonly commit: boolean;
    };

/** What happens to the nth operation of the store, from 1, over all clients. */
export interface StoreTrouble {
  readonly nth: number;
  readonly do:
    | 'slow'
    | 'throws'
    | 'rejects'
    | 'hangs'
    | 'writes and hangs'
    | 'writes and rejects'
    | 'writes and says nothing'
    | 'dies before'
    | 'dies after';
}

/** What a subscriber does beside looking on. */
export type Manner =
  'quiet' | 'throws' | 'leaves' | 'comes again' | 'buys more' | 'closes' | 'crashes';

/** One thing that a program, its user, or fate does. */
export type Step = { readonly afterMs: number } & (
  | {
      readonly do: 'run';
      readonly client: number;
      /** Orders of one number are one input. */
      readonly order: number;
      /** The user's own key; without it each run is an order of its own. */
      readonly key?: number;
      readonly whenLimited: 'wait' | 'fail';
      readonly manner: Manner;
      /** With a promise and a signal instead of a subscription, aborted so much later. */
      readonly abortAfterMs?: number;
    }
  | { readonly do: 'join'; readonly stream: number; readonly manner: Manner }
  | { readonly do: 'leave'; readonly visit: number }
  | { readonly do: 'watch'; readonly client: number; readonly job: number; readonly once: boolean }
  | { readonly do: 'resume'; readonly client: number }
  | { readonly do: 'reconcile'; readonly client: number }
  | { readonly do: 'decide'; readonly client: number }
  | { readonly do: 'close'; readonly client: number }
  | { readonly do: 'crash'; readonly client: number; readonly writes: 'kept' | 'lost' }
  | { readonly do: 'jump'; readonly byMs: number }
  | { readonly do: 'stall'; readonly ms: number }
  | { readonly do: 'hide'; readonly hidden: boolean }
);

/** One walk: a world, its troubles, and what is done in it. */
export interface Story {
  readonly shop: ShopName;
  /** Whether the port says when bytes leave. */
  readonly announces: boolean;
  readonly connectMs: number;
  /** There and back. */
  readonly latencyMs: number;
  readonly storeMs: number;
  /** Keys that the disk has no room for. */
  readonly full?: 'job/' | 'intent/' | 'claim/';
  readonly jobMs: number;
  readonly ends: 'done' | 'failed';
  readonly chance: number;
  /** Of the creates, in order; after these all is well. */
  readonly creates: readonly Trouble[];
  readonly looks: readonly Trouble[];
  readonly others: readonly Trouble[];
  readonly store: readonly StoreTrouble[];
  readonly steps: readonly Step[];
}
