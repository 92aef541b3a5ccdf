import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ClockSetting } from './clock/environment.js';
import { environmentOf } from './clock/environment.js';

/** A question to a child process, by its name. */
export type Questions = Readonly<Record<string, (told: never) => unknown>>;

type Told<Q extends Questions, Name extends keyof Q> = Parameters<Q[Name]>[0];
type Said<Q extends Questions, Name extends keyof Q> = Awaited<ReturnType<Q[Name]>>;

interface Answer {
  readonly number: number;
  readonly said?: unknown;
  readonly failure?: string;
}

const SET_CLOCK = fileURLToPath(new URL('./clock/setClock.js', import.meta.url));

/** A process that answers questions, under a clock of its own. */
export class Child<Q extends Questions> {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<
    number,
    { resolve: (said: never) => void; reject: (why: Error) => void }
  >();
  #asked = 0;

  /**
   * @param program - the URL of the built file
   * @param clock - how fast its time passes
   */
  constructor(program: URL, clock: ClockSetting) {
    this.#process = fork(fileURLToPath(program), {
      execArgv: ['--import', SET_CLOCK],
      env: { ...process.env, ...environmentOf(clock) },
      serialization: 'advanced',
    });
    this.#process.on('message', (message) => this.#take(message as Answer));
    this.#process.on('exit', (code) => {
      const why = new Error(`${program.pathname} ended with ${String(code)}`);
      for (const { reject } of this.#waiting.values()) reject(why);
      this.#waiting.clear();
    });
  }

  ask<Name extends keyof Q & string>(name: Name, told: Told<Q, Name>): Promise<Said<Q, Name>> {
    const number = (this.#asked += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#process.send({ number, name, told });
    });
  }

  close(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null)
      return Promise.resolve();
    return new Promise((resolve) => {
      this.#process.once('exit', () => resolve());
      if (this.#process.connected) this.#process.disconnect();
    });
  }

  #take({ number, said, failure }: Answer): void {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (failure === undefined) waiting?.resolve(said as never);
    else waiting?.reject(new Error(failure));
  }
}

/** The other side: answers until the parent leaves. */
export function answerAll(questions: Questions): void {
  process.on('disconnect', () => process.exit());
  process.on('message', (message) => {
    const { number, name, told } = message as { number: number; name: string; told: never };
    const answer = new Promise((resolve) => resolve(questions[name]?.(told)));
    answer.then(
      (said) => process.send?.({ number, said }),
      (failure: unknown) => {
        const text =
          failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
        process.send?.({ number, failure: text });
      },
    );
  });
}
