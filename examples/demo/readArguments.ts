import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';

/** The vendors, by the name of their flags. */
export type VendorFlag = 'creatify' | 'sync' | 'magic-hour' | 'aurous';

/** An input as it stands in a file. */
export interface InputFile {
  readonly file: string;
  readonly json: unknown;
}

/** What is wanted of one real vendor: `id` to watch a job, or `input` to make one. */
export interface Order {
  readonly vendor: VendorFlag;
  readonly id: string | undefined;
  readonly input: InputFile | undefined;
  /** Where the API is, if not at the vendor's own address. */
  readonly baseUrl: string | undefined;
}

/** What the command line says. */
export interface DemoArguments {
  /** Without any, the simulator is shown. */
  readonly orders: readonly Order[];
  /** Whether jobs that cost credits may be made without asking. */
  readonly yes: boolean;
  /** Whether a character that waits for a review is to be saved. */
  readonly save: boolean;
}

const VENDORS: readonly (readonly [flag: VendorFlag, job: string])[] = [
  ['creatify', 'Creatify Aurora video'],
  ['sync', 'sync.so generation'],
  ['magic-hour', 'Magic Hour video'],
  ['aurous', 'Aurous character'],
];

const HELP = `
Without a job, the demo runs against a simulator: nothing is charged.

Keys of real vendors come from the environment:
  CREATIFY_API_ID and CREATIFY_API_KEY, SYNC_API_KEY, MAGIC_HOUR_API_KEY, AUROUS_API_KEY

Watching is free. An input makes a job, which costs credits:
  npm run demo -- --creatify <id> --sync <id>
  npm run demo -- --creatify-input aurora.json

Ends with 0 when every job succeeded or waits for a person, else with 1.`;

/** Reads the command line; ends the process where it asks for help, or is wrong. */
export function readArguments(argv: readonly string[]): DemoArguments {
  const program = new Command('npm run demo --')
    .description('Jobs at four vendors, each as one Observable, shown as progress bars.')
    .usage('[options]')
    .addHelpText('after', HELP)
    .showHelpAfterError('(--help tells more)');
  const ordering = VENDORS.map(([vendor, job]) => {
    const input = new Option(`--${vendor}-input <file>`, 'make one of this JSON; costs credits');
    const id = new Option(`--${vendor} <id>`, `watch this ${job}`).conflicts(input.attributeName());
    const baseUrl = new Option(`--${vendor}-url <url>`, 'where its API is');
    program.addOption(id).addOption(input.argParser(readInput));
    program.addOption(baseUrl.env(`${vendor.toUpperCase().replace('-', '_')}_URL`));
    return { vendor, id, input, baseUrl };
  });
  const given = program
    .option('--aurous-save', 'save the character if it waits for a review; free')
    .option('--yes', 'make jobs that cost credits without asking')
    .parse(argv)
    .opts<Readonly<Record<string, unknown>>>();

  const orders = ordering.map(({ vendor, id, input, baseUrl }) => ({
    vendor,
    id: given[id.attributeName()] as string | undefined,
    input: given[input.attributeName()] as InputFile | undefined,
    baseUrl: given[baseUrl.attributeName()] as string | undefined,
  }));
  return {
    orders: orders.filter(({ id, input }) => id !== undefined || input !== undefined),
    yes: given['yes'] === true,
    save: given['aurousSave'] === true,
  };
}

function readInput(file: string): InputFile {
  try {
    return { file, json: JSON.parse(readFileSync(file, 'utf8')) as unknown };
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}
