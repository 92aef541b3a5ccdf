import { MOST_PARTIAL_CHARS } from '../contract/HttpFault.js';
import type { ByteStream, NodeZlib, Unpacker } from './nodeBuiltins.js';
import { MOST_BYTES } from './safeSettings.js';
import { codingsOf, unpackersFor } from './unpackersFor.js';

/** A character takes no more bytes than this. */
const BYTES_PER_CHARACTER = 4;

const decoder = new TextDecoder();

function textOf(chunks: readonly Uint8Array[], bytes: number): string {
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1) return decoder.decode(only);
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk.subarray(0, bytes - at), at);
    at += chunk.length;
    if (at >= bytes) break;
  }
  return decoder.decode(whole);
}

/** Where an {@link ArrivingBody} comes from, and who hears of its end. @since 0.1.0 */
export interface ArrivingBodyFacts {
  /** The bytes, packed or not. */
  readonly source: ByteStream;
  /** The header that says how they are packed. */
  readonly encoding: unknown;
  /** Unpacks them. */
  readonly zlib: NodeZlib;
  /** Called once: with the whole text, or with why there is none. */
  readonly onEnd: (error: Error | undefined, text: string) => void;
}

/**
 * The body of an answer, as it comes: unpacked, counted, and at its end a text in UTF-8.
 *
 * Where it breaks off, what came by then is unpacked and kept: it may hold the id of a paid job.
 *
 * @since 0.1.0
 */
export class ArrivingBody {
  readonly #facts: ArrivingBodyFacts;
  readonly #codings: readonly string[];
  readonly #chunks: Uint8Array[] = [];
  #unpackers: readonly Unpacker[] = [];
  #packedBytes = 0;
  #bytes = 0;
  #broken: Error | undefined;
  #sourceEnded = false;
  #ended = false;

  constructor(facts: ArrivingBodyFacts) {
    this.#facts = facts;
    this.#codings = codingsOf(facts.encoding);
    const { source } = facts;
    const packed = this.#codings.length > 0;
    source.on('data', packed ? (chunk) => this.#unpack(chunk) : (chunk) => this.#take(chunk));
    source.on('end', () => this.#endSource());
    source.on('error', (error) => this.breakOff(error));
    source.on('close', () => {
      if (!this.#sourceEnded) this.breakOff(new Error('aborted'));
    });
  }

  /** Whether the bytes are unpacked here, so that no header should say that they are packed. */
  get unpacks(): boolean {
    return this.#codings.length > 0;
  }

  /** The first characters of what has come so far, at most 100,000. */
  beginning(): string {
    const bytes = Math.min(this.#bytes, MOST_PARTIAL_CHARS * BYTES_PER_CHARACTER);
    return textOf(this.#chunks, bytes).slice(0, MOST_PARTIAL_CHARS);
  }

  /** No more will come, although it is not the end; what has come is still unpacked. */
  breakOff(error: Error): void {
    if (this.#sourceEnded) return;
    this.#broken = error;
    this.#endSource();
  }

  #endSource(): void {
    if (this.#sourceEnded) return;
    this.#sourceEnded = true;
    const [first] = this.#unpackers;
    if (first === undefined) this.#end(this.#broken);
    else first.end();
  }

  #unpack(chunk: Uint8Array): void {
    if (this.#sourceEnded) return;
    const { source } = this.#facts;
    this.#packedBytes += chunk.length;
    if (this.#packedBytes > MOST_BYTES) return this.#tooLarge();
    const first = this.#unpackers[0] ?? this.#startUnpacking(chunk);
    if (first?.write(chunk) !== false) return;
    source.pause();
    first.once('drain', () => source.resume());
  }

  #startUnpacking(beginning: Uint8Array): Unpacker | undefined {
    this.#unpackers = unpackersFor(this.#codings, beginning, this.#facts.zlib);
    for (const unpacker of this.#unpackers) {
      unpacker.on('error', (error) => this.#stop(this.#broken ?? error));
    }
    const last = this.#unpackers.at(-1);
    last?.on('data', (chunk) => this.#take(chunk));
    last?.on('end', () => this.#end(this.#broken));
    return this.#unpackers[0];
  }

  #take(chunk: Uint8Array): void {
    if (this.#ended) return;
    this.#bytes += chunk.length;
    this.#chunks.push(chunk);
    if (this.#bytes > MOST_BYTES) this.#tooLarge();
  }

  #tooLarge(): void {
    this.#stop(new Error(`maxContentLength size of ${MOST_BYTES} exceeded`));
  }

  /** Ends it from here: nothing more is read. */
  #stop(error: Error): void {
    this.#sourceEnded = true;
    this.#end(error);
    this.#facts.source.destroy();
    for (const unpacker of this.#unpackers) unpacker.destroy();
  }

  #end(error: Error | undefined): void {
    if (this.#ended) return;
    this.#ended = true;
    const text = error === undefined ? textOf(this.#chunks, this.#bytes) : '';
    this.#facts.onEnd(error, text);
  }
}
