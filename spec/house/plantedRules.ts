import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './filesBelow.js';
import { ROOT } from './runTool.js';

/** Rules by the file, relative to its plot, that breaks them; lawful files are absent. */
export type RulesByFile = Readonly<Record<string, readonly string[]>>;

/** The folder of spec/house/violations that holds one tool's planted violations. */
export function plot(name: string): string {
  return join(ROOT, 'spec', 'house', 'violations', name);
}

/** Reads from each file's first line, `// planted: <rule>, <rule>`, what it was planted to break. */
export function plantedRules(plotFolder: string): RulesByFile {
  return Object.fromEntries(
    filesBelow(plotFolder, '.ts').flatMap((file) => {
      const marked = /^\/\/ planted: (.+)$/m.exec(readFileSync(join(plotFolder, file), 'utf8'));
      return marked?.[1] === undefined ? [] : [[file, marked[1].split(', ').sort()]];
    }),
  );
}

/** The same record for what a tool has found. */
export function rulesByFile(
  findings: readonly { readonly file: string; readonly rule: string }[],
): RulesByFile {
  const found: Record<string, string[]> = {};
  for (const { file, rule } of findings) {
    const rules = (found[file] ??= []);
    if (!rules.includes(rule)) rules.push(rule);
    rules.sort();
  }
  return found;
}
