import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { documentedFiles } from './documents.js';

/** What a text links to; code, in fences or between backticks, holds no links. */
const targetsIn = (text: string): readonly string[] => {
  const prose = text
    .replace(/^(\s*)(`{3,})[^\n]*\n[\s\S]*?^\s*\2\s*$/gm, '')
    .replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(<?([^)\s>]+)>?\)/g)].map(([, target = '']) => target);
};

/** The anchors of a page, as GitHub makes them of its headings. */
const anchorsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}\- _]/gu, '')
      .replace(/ /g, '-'),
  );

/** Links of the pages below `root` that lead to no file, or to no heading of it, one line each. */
export function deadLinks(root: string): readonly string[] {
  const pages = documentedFiles(root).filter((file) => file.endsWith('.md'));
  return pages.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8');
    return targetsIn(text)
      .filter((target) => !/^[a-z]+:/i.test(target))
      .filter((target) => {
        const [path = '', anchor] = target.split('#');
        const file = path === '' ? join(root, page) : join(root, dirname(page), path);
        if (!existsSync(file)) return true;
        return anchor !== undefined && !anchorsOf(readFileSync(file, 'utf8')).includes(anchor);
      })
      .map((target) => `${page} ${target}`);
  });
}
