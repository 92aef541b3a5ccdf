import { Command } from 'commander';
import { simulateCommand } from './simulateCommand.js';
import type { Terminal } from './Terminal.js';

/**
 * The command `rushes`.
 *
 * @param terminal - where it writes, and what ends it
 * @since 0.1.0
 */
export function createProgram(terminal: Terminal): Command {
  const program = new Command('rushes')
    .description('Media-generation jobs as Observables: tools for the command line.')
    .configureOutput({ writeOut: terminal.write, writeErr: terminal.writeError });
  program.addCommand(simulateCommand(terminal).copyInheritedSettings(program));
  return program;
}
