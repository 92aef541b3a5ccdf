import ts from 'typescript';
import type { FencedBlock } from './fencedBlocks.js';

/**
 * Executes one block; its assertions are its own (`node:assert`), its output is dropped.
 *
 * `load` is the `require` of the calling spec, so that `rushes` is the source, as in every spec.
 */
export async function runExample(block: FencedBlock, load: NodeJS.Require): Promise<void> {
  const { outputText } = ts.transpileModule(block.content, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      moduleDetection: ts.ModuleDetectionKind.Force,
      esModuleInterop: true,
    },
  });
  const silent = { log: () => undefined, error: () => undefined, table: () => undefined };
  // The wrapper is asynchronous because an example may await at its top level.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const execute = new Function(
    'require',
    'exports',
    'console',
    `return (async () => {${outputText}\n})();`,
  ) as (load: NodeJS.Require, exports: object, console: object) => Promise<void>;
  await execute(load, {}, silent);
}
