import type { HttpResponse } from '../contract/HttpPort.js';

/** The part of an axios response that is read. */
interface Answer {
  readonly status: number;
  readonly headers: object;
  readonly data?: unknown;
}

/** Whether a value is a response, and not what an interceptor took out of one. @since 0.1.0 */
export function isAnswer(value: unknown): value is Answer {
  if (typeof value !== 'object' || value === null) return false;
  const { status, headers } = value as Partial<Answer>;
  return typeof status === 'number' && typeof headers === 'object' && headers !== null;
}

const isText = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

function headersOf(headers: object): Readonly<Record<string, string>> {
  const entries: (readonly [name: string, value: string])[] = [];
  for (const [name, given] of Object.entries(headers) as [string, unknown][]) {
    const value: unknown = Array.isArray(given) ? given.filter(isText).join(', ') : given;
    const lower = name.toLowerCase();
    if (lower !== 'set-cookie' && isText(value)) entries.push([lower, String(value)]);
  }
  return Object.fromEntries(entries);
}

function textOf(data: unknown): string {
  if (typeof data === 'string') return data;
  try {
    return JSON.stringify(data ?? '') ?? '';
  } catch {
    return '';
  }
}

/**
 * Takes status, headers and text out of an axios response; nothing else of it goes along.
 *
 * What an interceptor has parsed is written as JSON again. A gzip body that was cut inside its last
 * bytes cannot be told from a whole one here, nor one without a length that ends early: whether the
 * text is whole JSON is found out where it is parsed.
 *
 * @since 0.1.0
 */
export function answerOf({ status, headers, data }: Answer): HttpResponse {
  const body = data === undefined || data === null ? '' : textOf(data);
  return { status, headers: headersOf(headers), body };
}
