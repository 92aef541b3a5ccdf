import type { DiagnosticEvent } from 'rushes';

/** Counts the requests of one client, which gets `count` as its `diagnostics`. */
export class RequestMeter {
  readonly #sent = new Map<string | undefined, number>();

  readonly count = ({ type, ref }: DiagnosticEvent): void => {
    if (type === 'request') this.#sent.set(ref?.id, this.#about(ref?.id) + 1);
  };

  /** Requests for a job that is watched. */
  readonly ofWatch = (id: string | undefined): number => (id === undefined ? 0 : this.#about(id));

  /** Requests for the one job that the client makes: the first had no id to tell yet. */
  readonly ofRun = (id: string | undefined): number => this.#about(undefined) + this.ofWatch(id);

  #about(id: string | undefined): number {
    return this.#sent.get(id) ?? 0;
  }
}
