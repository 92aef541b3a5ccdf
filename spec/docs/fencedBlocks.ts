/** A fenced block of a Markdown file or of a TSDoc comment. */
export interface FencedBlock {
  /** File it stands in, as it was named by the caller. */
  readonly file: string;
  /** Line of its first line of content, from 1. */
  readonly line: number;
  /** What follows the opening fence: `ts`, `ts run`, `marbles`, … */
  readonly info: string;
  readonly content: string;
}

interface Line {
  readonly number: number;
  readonly text: string;
}

const OPENING = /^(\s*)(`{3,})([^`]*)$/;

function commentLines(source: string): readonly (readonly Line[])[] {
  return [...source.matchAll(/^[ \t]*\/\*\*[\s\S]*?\*\//gm)].map((comment) => {
    const first = source.slice(0, comment.index).split('\n').length;
    return comment[0].split('\n').map((text, index) => ({
      number: first + index,
      text: text.replace(/^\s*(?:\/\*\*|\*\/|\*) ?/, ''),
    }));
  });
}

function blocksOf(file: string, lines: readonly Line[]): readonly FencedBlock[] {
  const blocks: FencedBlock[] = [];
  let open: {
    indent: string;
    fence: string;
    info: string;
    line: number;
    content: string[];
  } | null = null;
  for (const { number, text } of lines) {
    if (open === null) {
      const [, indent = '', fence, info = ''] = OPENING.exec(text) ?? [];
      if (fence !== undefined)
        open = { indent, fence, info: info.trim(), line: number + 1, content: [] };
    } else if (text.trim() === open.fence) {
      const { info, line, content } = open;
      blocks.push({ file, line, info, content: content.join('\n') });
      open = null;
    } else {
      open.content.push(text.startsWith(open.indent) ? text.slice(open.indent.length) : text);
    }
  }
  if (open !== null) throw new Error(`${file}:${open.line} a fenced block is never closed`);
  return blocks;
}

/** All fenced blocks of `text`: of its TSDoc comments when `file` is TypeScript, of all of it else. */
export function fencedBlocks(file: string, text: string): readonly FencedBlock[] {
  const sections = file.endsWith('.ts')
    ? commentLines(text)
    : [text.split('\n').map((line, index) => ({ number: index + 1, text: line }))];
  return sections.flatMap((lines) => blocksOf(file, lines));
}
