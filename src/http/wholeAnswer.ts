import { AxiosError } from 'axios';
import type { AxiosResponse } from 'axios';
import { ArrivingBody } from './ArrivingBody.js';
import type { ByteStream, NodeZlib } from './nodeBuiltins.js';

/** An answer whose head has come, but not yet all of its body. @since 0.1.0 */
export interface ArrivingAnswer {
  readonly status: number;
  /** The first characters of what has come of its body so far, at most 100,000. */
  beginning(): string;
}

/** Told of each answer as soon as its head has come. @since 0.1.0 */
export type OnArriving = (answer: ArrivingAnswer) => void;

/**
 * Reads the body of an answer whose head has come, from now on.
 *
 * @param head - the answer; its `data` is the stream of its body, and will be its text
 * @returns the answer, or an `AxiosError` where the body broke off, cannot be unpacked or is too large
 * @since 0.1.0
 */
export function wholeAnswer(
  head: AxiosResponse<unknown>,
  zlib: NodeZlib,
  onArriving: OnArriving,
): Promise<AxiosResponse> {
  return new Promise((resolve, reject) => {
    const { config, headers, status } = head;
    const source = head.data as ByteStream;
    const encoding: unknown = headers['content-encoding'];
    const request: unknown = head.request;
    const onEnd = (error: Error | undefined, text: string): void => {
      head.data = text;
      if (error === undefined) return resolve(head);
      // An interceptor that passes on what an error holds may not take a part for the whole.
      const part = { ...head, data: undefined };
      reject(AxiosError.from(error, undefined, config, request, part));
    };
    const body = new ArrivingBody({ source, encoding, zlib, onEnd });
    if (body.unpacks) delete headers['content-encoding'];
    onArriving({ status, beginning: () => body.beginning() });
  });
}
