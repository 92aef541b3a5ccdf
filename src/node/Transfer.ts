import type { JobError } from '../errors/JobError.js';
import type { JobErrorFacts } from '../errors/JobErrorBase.js';
import { NetworkFault } from '../errors/NetworkFault.js';
import { StoreFault } from '../errors/StoreFault.js';
import { Undecodable } from '../errors/Undecodable.js';
import type { DownloadPlan } from './DownloadPlan.js';
import { faultOfTransfer } from './faultOfTransfer.js';
import type { FileVersion } from './FileVersion.js';
import { restOf, resumedVersion, versionIn } from './FileVersion.js';
import type { FoundFile } from './followRedirects.js';
import { followRedirects } from './followRedirects.js';
import { PartFile } from './PartFile.js';
import { refusedAnswer } from './refusedAnswer.js';
import { Silence } from './Silence.js';

/** What every request says; an asset's URL carries all that it needs. */
const HEADERS = { Accept: '*/*', 'Accept-Encoding': 'identity', 'User-Agent': 'rushes' };

/** One file on its way to the disk, over as many attempts as it takes. @since 0.1.0 */
export class Transfer {
  readonly #plan: DownloadPlan;
  readonly #facts: JobErrorFacts;
  #part: PartFile | undefined;
  #version: FileVersion | undefined;
  #receivedBytes = 0;

  constructor(plan: DownloadPlan) {
    this.#plan = plan;
    this.#facts = { ...plan.facts, attempts: 1 };
  }

  /** Bytes on the disk. */
  get receivedBytes(): number {
    return this.#receivedBytes;
  }

  /** The size of the whole file in bytes, where the server told. */
  get totalBytes(): number | undefined {
    return this.#version?.totalBytes;
  }

  /**
   * Asks for what is missing and writes it.
   *
   * @param onBytes - called when an answer begins, and after each write
   * @param signal - ends the attempt
   * @throws JobError
   */
  async attempt(onBytes: () => void, signal: AbortSignal): Promise<void> {
    const tooLong = new AbortController();
    const { clock, timeoutMs } = this.#plan;
    const silence = new Silence(clock, timeoutMs, () => tooLong.abort());
    const rest = restOf(this.#version?.validator, this.#receivedBytes);
    const ended = AbortSignal.any([signal, tooLong.signal]);
    const found = await followRedirects(this.#plan, { ...HEADERS, ...rest }, silence, ended);
    try {
      await this.#begin(found, 'Range' in rest);
      onBytes();
      await this.#receive(found, silence, onBytes);
    } catch (error) {
      const { redirected, url } = found;
      const place = { host: url.host, redirected, tooLong: silence.tooLong };
      throw faultOfTransfer(this.#plan, place, error);
    } finally {
      found.answer.destroy();
    }
  }

  /** Gives the whole file its name. */
  publish(): Promise<string> {
    return this.#onDisk(async () => {
      if (this.#part === undefined || this.#version === undefined) throw new Error('no file came');
      return this.#part.publish(this.#version.name);
    });
  }

  /** Leaves nothing behind but what was published. */
  async discard(): Promise<void> {
    await this.#part?.discard();
  }

  async #begin(found: FoundFile, restAsked: boolean): Promise<void> {
    const { statusCode } = found.answer;
    if (restAsked && statusCode === 416) throw this.#startOver('there is no such part');
    const refused = refusedAnswer(this.#plan, found, restAsked ? [200, 206] : [200]);
    if (refused !== undefined) throw refused;
    if (statusCode === 206 && this.#version !== undefined) {
      const resumed = resumedVersion(this.#version, this.#receivedBytes, found);
      if (resumed === undefined) throw this.#startOver('another part than was asked for came');
      this.#version = resumed;
      return;
    }
    this.#version = versionIn(this.#plan, found);
    this.#receivedBytes = 0;
    const { name } = this.#version;
    await this.#onDisk(async () => {
      await this.#part?.empty();
      this.#part ??= await PartFile.create(this.#plan.dir, name);
    });
  }

  async #receive({ answer }: FoundFile, silence: Silence, onBytes: () => void): Promise<void> {
    const chunks = answer[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>;
    for (;;) {
      const next = await silence.during(chunks.next());
      if (next.done === true) break;
      const bytes = next.value;
      this.#checkSize(this.#receivedBytes + bytes.length);
      // The next bytes are asked for once these are written: a slow disk slows the server down.
      await this.#onDisk(async () => this.#part?.write(bytes, this.#receivedBytes));
      this.#receivedBytes += bytes.length;
      onBytes();
    }
    this.#checkEnd();
  }

  #checkSize(bytes: number): void {
    const { maxBytes } = this.#plan;
    if (bytes <= maxBytes) return;
    const text = `download: the file is larger than ${maxBytes} bytes`;
    throw new Undecodable(text, 'too-large', this.#facts);
  }

  #checkEnd(): void {
    const { totalBytes } = this;
    const bytes = this.#receivedBytes;
    if (totalBytes !== undefined && bytes > totalBytes) throw this.#startOver('more bytes came');
    if (totalBytes !== undefined && bytes < totalBytes) {
      const text = `download: ${bytes} of ${totalBytes} bytes came`;
      throw new NetworkFault(text, 'reset', { ...this.#facts, retryable: true });
    }
    if (bytes === 0 && this.#plan.type !== 'text' && this.#plan.type !== 'other') {
      throw new Undecodable('download: the file is empty', 'shape', this.#facts);
    }
  }

  /** The bytes that are there belong to nothing that can be asked for: the next attempt wants all. */
  #startOver(why: string): JobError {
    if (this.#version !== undefined) this.#version = { ...this.#version, validator: undefined };
    return new Undecodable(`download: ${why}`, 'shape', { ...this.#facts, retryable: true });
  }

  async #onDisk<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const { code = 'no reason given' } = error as NodeJS.ErrnoException;
      throw new StoreFault(`download: the file could not be written: ${code}`, this.#facts);
    }
  }
}
