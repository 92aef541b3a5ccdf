import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Answer } from './FileServer.js';

/** A file as a store of objects serves it. */
export interface ServedFile {
  readonly bytes: Buffer;
  readonly contentType?: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** Whether parts can be asked for. Default: true. */
  readonly ranges?: boolean;
  /** Whether the size is told. Default: true. */
  readonly sized?: boolean;
}

/** Tells one content from another, in a line that a failing test can show. */
export function contentOf(bytes: Buffer | string): string {
  const digest = createHash('sha256').update(bytes).digest('base64url');
  return `${Buffer.byteLength(bytes)} bytes ${digest}`;
}

function firstByteOf(file: ServedFile, range = '', ifRange?: string): number {
  const [, from] = /^bytes=(\d+)-$/.exec(range) ?? [];
  const same = ifRange === undefined || ifRange === file.etag || ifRange === file.lastModified;
  return file.ranges !== false && from !== undefined && same ? Number(from) : 0;
}

/** Breaks a connection that so many bytes of a file went over. */
export type Break = (response: ServerResponse, bytesOfFile: number) => unknown;

const atOnce: Break = (response) => response.socket?.destroy();

/**
 * Serves a file as RFC 9110 says, with `Range` and `If-Range`.
 *
 * @param most - after so many bytes of an answer the connection breaks; one entry a request
 * @param breakOff - how it breaks. Default: at once, which may take bytes with it
 */
export function serving(
  file: ServedFile,
  most: readonly number[] = [],
  breakOff: Break = atOnce,
): Answer {
  return (request, response, count) => {
    const { bytes, contentType = 'video/mp4', etag, lastModified, sized = true } = file;
    const first = firstByteOf(file, request.headers.range, request.headers['if-range']?.toString());
    if (first > 0 && first >= bytes.length) {
      response.writeHead(416, { 'Content-Range': `bytes */${bytes.length}` }).end();
      return;
    }
    const rest = bytes.subarray(first);
    response.writeHead(first > 0 ? 206 : 200, {
      'Content-Type': contentType,
      ...(etag === undefined ? {} : { ETag: etag }),
      ...(lastModified === undefined ? {} : { 'Last-Modified': lastModified }),
      ...(sized ? { 'Content-Length': rest.length } : {}),
      ...(first > 0
        ? { 'Content-Range': `bytes ${first}-${bytes.length - 1}/${bytes.length}` }
        : {}),
    });
    const { [count - 1]: length = Infinity } = most;
    if (length >= rest.length) response.end(rest);
    else response.write(rest.subarray(0, length), () => breakOff(response, first + length));
  };
}
