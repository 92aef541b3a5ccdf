import { Observable } from 'rxjs';
import type { HttpFaultReason } from '../../src/contract/HttpFault.js';
import { HttpFault } from '../../src/contract/HttpFault.js';
import type { HttpCall, HttpPort, HttpResponse } from '../../src/contract/HttpPort.js';
import type { VirtualTime } from '../../src/testing/virtualTime.js';

/** What a scripted vendor does with one request, so many milliseconds after it arrived. */
export interface Reply {
  readonly afterMs: number;
  /** The answer; without one, what broke; without both, silence. */
  readonly response?: HttpResponse;
  readonly fault?: HttpFault;
}

interface AnswerOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly afterMs?: number;
}

/** An answer; a body that is no text is written as JSON. */
export function answer(status: number, body: unknown = '', options: AnswerOptions = {}): Reply {
  const { headers = {}, afterMs = 0 } = options;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/html' : 'application/json';
  return {
    afterMs,
    response: { status, headers: { 'content-type': type, ...headers }, body: text },
  };
}

/** No answer, but a fault of the way there or back. */
export function broken(
  reason: HttpFaultReason,
  { sent = true, afterMs = 0 }: { readonly sent?: boolean; readonly afterMs?: number } = {},
): Reply {
  return { afterMs, fault: new HttpFault({ reason, sent, message: `scripted: ${reason}` }) };
}

/** Nothing ever comes. */
export const silence: Reply = { afterMs: Infinity };

/** A request as the scripted vendor saw it. */
export interface SeenCall {
  /** Milliseconds of virtual time. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly fresh: boolean;
  /** How it stands. */
  readonly state: 'under way' | 'over' | 'aborted';
}

/** In order, the last one for ever; or a function of the request and its number, from 0. */
export type Script = readonly Reply[] | ((call: SeenCall, index: number) => Reply);

/** How bytes leave. */
export interface ScriptedPortOptions {
  /** Milliseconds between the subscription and the first byte; absent: no word is said about it. */
  readonly leavesAfterMs?: number;
}

/** A port that does what it is told, synchronously where nothing says otherwise. */
export interface ScriptedPort extends HttpPort {
  /** All requests whose bytes left. */
  readonly calls: readonly SeenCall[];
  readonly posts: readonly SeenCall[];
  readonly looks: readonly SeenCall[];
}

type Entry = { -readonly [Key in keyof SeenCall]: SeenCall[Key] };

function entryOf({ method, url, headers, body, fresh }: HttpCall, at: number): Entry {
  const { pathname, searchParams } = new URL(url);
  const lower = Object.entries(headers).map(
    ([name, value]) => [name.toLowerCase(), value] as const,
  );
  return {
    at,
    method,
    path: pathname,
    query: Object.fromEntries(searchParams),
    headers: Object.fromEntries(lower),
    body: typeof body === 'string' ? body : undefined,
    fresh: fresh === true,
    state: 'under way',
  };
}

/** Makes a {@link ScriptedPort}; what waits waits on the given time. */
export function scriptedPort(
  time: VirtualTime,
  script: Script,
  { leavesAfterMs }: ScriptedPortOptions = {},
): ScriptedPort {
  const calls: Entry[] = [];
  const replyTo = (entry: Entry): Reply => {
    const index = calls.length - 1;
    if (typeof script === 'function') return script(entry, index);
    const reply = script[Math.min(index, script.length - 1)];
    if (reply === undefined) throw new Error('a script has at least one reply');
    return reply;
  };
  const send = (call: HttpCall): Observable<HttpResponse> =>
    new Observable((subscriber) => {
      const leave = (): void => {
        call.onSend?.();
        if (subscriber.closed) return;
        const entry = entryOf(call, time.now());
        calls.push(entry);
        const { afterMs, response, fault } = replyTo(entry);
        const arrive = (): void => {
          entry.state = 'over';
          if (fault !== undefined) return subscriber.error(fault);
          if (response !== undefined) subscriber.next(response);
          subscriber.complete();
        };
        subscriber.add(() => {
          if (entry.state === 'under way') entry.state = 'aborted';
        });
        if (afterMs === 0) arrive();
        else if (afterMs !== Infinity) subscriber.add(time.scheduler.schedule(arrive, afterMs));
      };
      if (leavesAfterMs === undefined) leave();
      else subscriber.add(time.scheduler.schedule(leave, leavesAfterMs));
    });
  return {
    announcesSend: leavesAfterMs !== undefined,
    send,
    calls,
    get posts() {
      return calls.filter(({ method }) => method === 'POST');
    },
    get looks() {
      return calls.filter(({ method }) => method === 'GET');
    },
  };
}
