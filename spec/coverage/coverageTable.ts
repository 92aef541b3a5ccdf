import type { CoverageRow } from './coverageOf.js';

const MARKS = ['documented', 'older', 'inferred'];

const HEAD = `# Coverage

Every endpoint that a method of a client calls. Generated from the code by
\`npm run coverage:table\`: do not edit.

Marks say how well a fact is founded: **documented** on the vendor's present pages, **older** where only
an earlier revision of them or of its own software has it, **inferred** where nobody states it. All pages
were read on 2026-11-22. Words stand at the endpoint that tells the state of a job; words of no list are
the phase \`unknown\`.
`;

const code = (texts: readonly string[]): string => texts.map((text) => `\`${text}\``).join(' ');

function wordsCell({ words }: CoverageRow): string {
  return MARKS.flatMap((mark) => {
    const marked = [...words].filter(([, given]) => given === mark).map(([word]) => word);
    return marked.length === 0 ? [] : [`${code(marked)} ${mark}`];
  }).join('; ');
}

const rowOf = (row: CoverageRow): string => {
  const { vendor, endpoint, methods, page, mark } = row;
  const shown = page.replace('https://', '').split('/').slice(-2).join('/');
  const link = `[${shown}](${page})`;
  return `| ${[vendor, code([endpoint]), code(methods), wordsCell(row), link, mark].join(' | ')} |`;
};

/** The page `docs/coverage.md`. */
export function coverageTable(rows: readonly CoverageRow[]): string {
  const counts = [...new Set(rows.map(({ vendor }) => vendor))].map(
    (vendor) => `${rows.filter((row) => row.vendor === vendor).length} of ${vendor}`,
  );
  return [
    HEAD,
    `${rows.length} endpoints: ${counts.join(', ')}.`,
    '',
    '| vendor | endpoint | our methods | status words | source | mark |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(rowOf),
    '',
  ].join('\n');
}
