import { EventEmitter } from 'node:events';
import { inspect } from 'node:util';
import type { Observable } from 'rxjs';
import { isHttpFault } from '../../../src/contract/HttpFault.js';
import type { HttpFault } from '../../../src/contract/HttpFault.js';
import type { HttpCall, HttpResponse } from '../../../src/contract/HttpPort.js';

/** In every request's headers; may be seen by the server that is meant, and nowhere else. */
export const CANARY = 'canary-7f3a91c25e60';

/**
 * Node's own process: jest gives specs a copy of it, but warnings reach only the real one, which Node's
 * own functions still see.
 */
export const machine = (EventEmitter.constructor as FunctionConstructor)(
  'return process',
)() as NodeJS.Process;

/** Waits until the condition holds, looking every few milliseconds, for at most a second. */
export async function until(condition: () => boolean): Promise<void> {
  for (let turns = 0; turns < 250 && !condition(); turns += 1) await pause(4);
  if (!condition()) throw new Error('it did not come true within a second');
}

/** Waits some real milliseconds. */
export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

/** What of one kind keeps the process alive now. */
export const active = (kind: RegExp): readonly string[] =>
  process.getActiveResourcesInfo().filter((name) => kind.test(name));
/** Connections, and questions to name servers. */
export const CONNECTION = /^(?:TCP|TLS|GetAddrInfo)/;
const timers = (): number => active(/^Timeout$/).length;

/**
 * After every test of the file: no process warning, and no connection or timer left that keeps the
 * process alive (jest's own timers may only become fewer). An unhandled rejection fails a test by itself.
 */
export function expectCleanProcess(): void {
  const warnings: string[] = [];
  const note = (warning: Error): void => void warnings.push(String(warning));
  let timersBefore = 0;

  beforeEach(() => {
    warnings.length = 0;
    machine.on('warning', note);
    timersBefore = timers();
  });
  afterEach(async () => {
    const clean = (): boolean => active(CONNECTION).length === 0 && timers() <= timersBefore;
    await until(clean).catch(() => undefined);
    machine.off('warning', note);
    expect(warnings).toEqual([]);
    expect(active(CONNECTION)).toEqual([]);
    expect(timers()).toBeLessThanOrEqual(timersBefore);
  });
}

/** A call with the canary as its key. */
export const callTo = (url: string, rest: Partial<HttpCall> = {}): HttpCall => ({
  method: 'GET',
  url,
  headers: { 'X-Api-Key': CANARY, Authorization: `Bearer ${CANARY}-bearer` },
  timeoutMs: 2_000,
  ...rest,
});

/** A create with the canary as its key. */
export const createAt = (url: string, rest: Partial<HttpCall> = {}): HttpCall =>
  callTo(url, { method: 'POST', body: '{"a":1}', fresh: true, ...rest });

/** Everything that a log could show of a value. */
export const everythingOf = (value: unknown): string =>
  [
    inspect(value, { depth: Infinity, showHidden: true }),
    JSON.stringify(value),
    String((value as Error).stack),
    String(value),
  ].join('\n');

/** The answer, or a thrown error where a fault came; also checks that there is only one emission. */
export function answerOf(source$: Observable<HttpResponse>): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const seen: HttpResponse[] = [];
    source$.subscribe({
      next: (response) => seen.push(response),
      error: (error: Error) => reject(error),
      complete: () =>
        seen.length === 1 ? resolve(seen[0]!) : reject(new Error(`${seen.length} answers`)),
    });
  });
}

/** The fault that comes instead of an answer; checks what holds for every fault. */
export async function faultOf(source$: Observable<HttpResponse>): Promise<HttpFault> {
  const fault: unknown = await answerOf(source$).then(
    (response) => {
      throw new Error(`an answer came: ${response.status}`);
    },
    (error: unknown) => error,
  );
  if (!isHttpFault(fault)) throw fault;
  const shown = everythingOf(fault);
  expect(shown).not.toContain(CANARY);
  expect(shown).not.toMatch(/Axios|ClientRequest|Symbol\(|cause/);
  expect(fault.message.length).toBeLessThanOrEqual(500);
  return fault;
}
