import type { Clock } from '../contract/Clock.js';

/** Measures how long a server says nothing; the time that we need ourselves does not count. @since 0.1.0 */
export class Silence {
  readonly #clock: Clock;
  readonly #mostMs: number;
  readonly #onTooLong: () => void;
  #tooLong = false;

  /**
   * @param mostMs - longest silence in milliseconds
   * @param onTooLong - called once a wait took longer; it must make the wait end
   */
  constructor(clock: Clock, mostMs: number, onTooLong: () => void) {
    this.#clock = clock;
    this.#mostMs = mostMs;
    this.#onTooLong = onTooLong;
  }

  /** Whether a wait took too long. */
  get tooLong(): boolean {
    return this.#tooLong;
  }

  /** Mirrors what the server is waited for with. */
  async during<T>(wait: Promise<T>): Promise<T> {
    const cancel = this.#clock.schedule(this.#mostMs, () => {
      this.#tooLong = true;
      this.#onTooLong();
    });
    try {
      return await wait;
    } finally {
      cancel();
    }
  }
}
