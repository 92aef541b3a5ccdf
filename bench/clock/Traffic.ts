import { subscribe } from 'node:diagnostics_channel';
import { performance } from 'node:perf_hooks';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** So many turns of the event loop without news from a socket mean that nothing is under way. */
const QUIET_TURNS = 4;

/** After so many, a request that was given up on is not waited for. */
const MOST_TURNS = 400;

/**
 * Whether requests or answers are under way in this process, which is server and client at once. A
 * request that the server holds back is not under way.
 */
export class Traffic {
  #asking = 0;
  #answering = 0;

  constructor() {
    const ask = (change: number) => () => {
      this.#asking += change;
    };
    const answer = (change: number) => () => {
      this.#answering += change;
    };
    subscribe('undici:request:create', ask(1));
    subscribe('http.client.request.start', ask(1));
    subscribe('http.server.request.start', ask(-1));
    subscribe('http.server.response.finish', answer(1));
    subscribe('undici:request:trailers', answer(-1));
    subscribe('http.client.response.finish', answer(-1));
  }

  /** Settles once nothing is under way. */
  async quiet(): Promise<void> {
    let quiet = 0;
    let events = eventsSoFar();
    for (let turns = 0; turns < MOST_TURNS; turns += 1) {
      await turn();
      const now = eventsSoFar();
      const still = now === events && this.#asking <= 0 && this.#answering <= 0;
      quiet = still ? quiet + 1 : 0;
      if (now !== events) turns = 0;
      events = now;
      if (quiet >= QUIET_TURNS && !isWorking()) return;
    }
    this.#asking = 0;
    this.#answering = 0;
  }
}

const WORK = /^FSReq|ReqWrap$|^TCPConnect|^Write/;

/** Whether a file is read, a name looked up or a connection opened: sockets say nothing meanwhile. */
const isWorking = (): boolean => process.getActiveResourcesInfo().some((name) => WORK.test(name));

interface UvMetrics {
  readonly uvMetricsInfo: { readonly events: number };
}

function eventsSoFar(): number {
  return (performance.nodeTiming as unknown as UvMetrics).uvMetricsInfo.events;
}
