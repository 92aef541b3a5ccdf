import { Command, InvalidArgumentError, Option } from 'commander';
import { startSimulator } from '../testing/startSimulator.js';
import type { SimulatorOptions } from '../testing/startSimulator.js';
import { greeting } from './greeting.js';
import type { Terminal } from './Terminal.js';

const DEFAULT_PORT = 4010;

/**
 * `rushes simulate`: opens the simulator on a port and tells what arrives, until it is interrupted.
 *
 * @param terminal - where it writes, and what ends it
 * @since 0.1.0
 */
export function simulateCommand(terminal: Terminal): Command {
  return new Command('simulate')
    .description('Open a simulator of all four vendors on a local port.')
    .option('--port <number>', 'port to listen on, 0 for a free one', number, DEFAULT_PORT)
    .option('--seed <number>', 'the same seed, the same ids and durations', number)
    .option('--pace <pace>', 'quick, realistic, or a factor on realistic such as 0.01', pace)
    .option('--duration-ms <ms>', 'how long every job takes', number)
    .addOption(
      new Option('--limits <limits>', 'which rate limits bind').choices([
        'default',
        'documented',
        'none',
      ]),
    )
    .option('--hold-cap-ms <ms>', 'longest long-poll that sync.so takes', number)
    .option('--latency-ms <ms>', 'how long every answer is under way', number)
    .action((options: SimulatorOptions) => simulate(options, terminal));
}

async function simulate(options: SimulatorOptions, terminal: Terminal): Promise<void> {
  const interrupted = terminal.interrupted();
  const simulator = await startSimulator({
    ...options,
    onAnswer: (vendor, { method, path, status }) =>
      terminal.write(`${vendor.padEnd(10)}  ${status ?? '---'}  ${method} ${path}\n`),
  }).catch((error: unknown) => {
    throw isTaken(error) ? new Error(takenAdvice(options.port ?? DEFAULT_PORT)) : error;
  });
  terminal.write(greeting(simulator.urls));
  await interrupted;
  await simulator.close();
  terminal.write('\nClosed.\n');
}

function isTaken(error: unknown): boolean {
  return (error as Partial<NodeJS.ErrnoException> | undefined)?.code === 'EADDRINUSE';
}

function takenAdvice(port: number): string {
  return `Port ${port} is taken: choose another with --port, or --port 0 for a free one.`;
}

function number(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) throw new InvalidArgumentError('Not a number.');
  return value;
}

function pace(text: string): NonNullable<SimulatorOptions['pace']> {
  return text === 'quick' || text === 'realistic' ? text : number(text);
}
