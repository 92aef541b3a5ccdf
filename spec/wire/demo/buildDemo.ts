import { join } from 'node:path';
import { filesBelow } from '../../house/filesBelow.js';
import { ROOT } from '../../house/runTool.js';
import { buildPackage } from '../buildPackage.js';

/** The demo, built together with the package that it imports. */
export interface BuiltDemo {
  /** The file for Node to run. */
  readonly program: string;
  /** Loaded before it, this makes a pipe look like a terminal of 80 columns. */
  readonly asTerminal: string;
  readonly remove: () => void;
}

/** Builds the demo into a folder of its own. */
export function buildDemo(): BuiltDemo {
  const { folder, add, remove } = buildPackage('demo');
  add('examples/demo', 'examples/demo', filesBelow(join(ROOT, 'examples', 'demo'), '.ts'));
  add('spec/wire/demo', 'spec', ['asTerminal.ts']);
  return {
    program: join(folder, 'examples', 'demo', 'demo.js'),
    asTerminal: join(folder, 'spec', 'asTerminal.js'),
    remove,
  };
}
