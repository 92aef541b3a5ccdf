import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../house/runTool.js';

/** The compiler options of the package, fit for short examples that import `rushes` from the sources. */
export function exampleOptions(): ts.CompilerOptions {
  const file = join(ROOT, 'tsconfig.json');
  const { config } = ts.parseConfigFileTextToJson(file, readFileSync(file, 'utf8')) as {
    readonly config: { readonly compilerOptions: Readonly<Record<string, unknown>> };
  };
  // Nothing is emitted, so there is no state of the build to keep.
  const compilerOptions = { ...config.compilerOptions, incremental: false, tsBuildInfoFile: null };
  return {
    ...ts.convertCompilerOptionsFromJson(compilerOptions, ROOT, file).options,
    // An example may end with the value it is about.
    noUnusedLocals: false,
    noUnusedParameters: false,
    moduleDetection: ts.ModuleDetectionKind.Force,
    experimentalDecorators: true,
    types: ['node'],
  };
}
