import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Runs a program of this folder in a process of its own: tells it one message and gives its first.
 *
 * @param program - its name without an ending
 */
export function inChild<Told, Said>(
  program: string,
  told: Told,
  nodeOptions: readonly string[] = [],
): Promise<Said> {
  const file = fileURLToPath(new URL(`./${program}.js`, import.meta.url));
  return new Promise((resolve, reject) => {
    const child = fork(file, { execArgv: [...nodeOptions] });
    let said = false;
    child.once('message', (message) => {
      said = true;
      resolve(message as Said);
    });
    child.once('exit', (code, signal) => {
      if (!said) reject(new Error(`${program} ended with ${String(code ?? signal)}`));
    });
    child.send(told as object);
  });
}

/** The other side: answers the one message and ends. */
export function answer<Told, Said>(measure: (told: Told) => Promise<Said>): void {
  process.once('message', (told) => {
    measure(told as Told).then(
      (said) => process.send?.(said, () => process.exit()),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  });
}
