#!/usr/bin/env node
import { createProgram } from './createProgram.js';
import { processTerminal } from './processTerminal.js';

createProgram(processTerminal)
  .parseAsync()
  .catch((error: unknown) => {
    processTerminal.writeError(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
