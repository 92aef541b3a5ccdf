import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../house/filesBelow.js';
import { documentedFiles } from './documents.js';

/** Options of jest whose next word is no path. */
const WITH_VALUE = ['-t', '--selectProjects'];

const PROJECTS = ['unit', 'wire', 'faults', 'house', 'package'];

/** The words of a command; what stands in quotes is one of them. */
const wordsOf = (command: string): readonly string[] => command.match(/"[^"]*"|\S+/g) ?? [];

/** What is wrong with the words behind `npx jest`: paths that lead to no spec, projects that are none. */
function jestIssues(words: readonly string[], specs: readonly string[]): readonly string[] {
  const projects = words.filter((_word, index) => words[index - 1] === '--selectProjects');
  const paths = words.filter(
    (word, index) => !word.startsWith('-') && !WITH_VALUE.includes(words[index - 1] ?? ''),
  );
  return [
    ...projects.filter((project) => !PROJECTS.includes(project)),
    ...paths.filter((path) => !specs.some((spec) => new RegExp(path, 'i').test(spec))),
  ];
}

/** Commands on the pages below `root` that run no spec, or no script of package.json: one line each. */
export function deadCommands(root: string, specRoot = root): readonly string[] {
  const specs = filesBelow(join(specRoot, 'spec'), '.ts')
    .filter((file) => /\.(?:spec|faults)\.ts$/.test(file))
    .map((file) => `spec/${file}`);
  const { scripts } = JSON.parse(readFileSync(join(specRoot, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const pages = documentedFiles(root).filter((file) => file.endsWith('.md'));
  return pages.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const dead = [...text.matchAll(/`npx jest ([^`\n]*)`/g)].flatMap(([, rest = '']) =>
      jestIssues(wordsOf(rest), specs),
    );
    const lost = [...text.matchAll(/\bnpm run ([\w:-]+)/g)]
      .map(([, script = '']) => script)
      .filter((script) => !(script in scripts));
    return [...new Set([...dead, ...lost])].map((word) => `${page} ${word}`);
  });
}
