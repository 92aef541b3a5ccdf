import type { Terminal } from './Terminal.js';

/** The terminal of this process: Ctrl-C and SIGTERM end a command. @since 0.1.0 */
export const processTerminal: Terminal = {
  write: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  interrupted: () =>
    new Promise((resolve) => {
      process.once('SIGINT', () => resolve());
      process.once('SIGTERM', () => resolve());
    }),
};
