import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { filesBelow } from '../house/filesBelow.js';

/** A table of status words, such as `AURORA_PHASES`, as its source has it. */
export interface PhaseTable {
  readonly file: string;
  readonly name: string;
  /** By word, in order, what the comment behind it says; `undefined` where none does. */
  readonly marks: ReadonlyMap<string, string | undefined>;
}

const MARK = /\/\/ (documented|older|inferred)\b/;

/** The entries of a table, also where a function makes it of them. */
function entriesIn(node: ts.Node): readonly ts.ObjectLiteralElementLike[] {
  if (ts.isObjectLiteralExpression(node)) return node.properties;
  const found: ts.ObjectLiteralElementLike[] = [];
  node.forEachChild((child) => void found.push(...entriesIn(child)));
  return found;
}

const tablesOf = (source: ts.SourceFile): readonly ts.VariableDeclaration[] =>
  source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .filter(({ name }) => name.getText(source).endsWith('_PHASES'));

/** Reads all tables of status words in the sources below `folder`, each word with its mark. */
export function phaseTables(folder: string): readonly PhaseTable[] {
  const sources = filesBelow(folder, '.ts').map((file) =>
    ts.createSourceFile(
      file,
      readFileSync(join(folder, file), 'utf8'),
      ts.ScriptTarget.ES2022,
      true,
    ),
  );
  const declared = new Map(
    sources.flatMap(tablesOf).map((table) => [table.name.getText(), table] as const),
  );

  const marksOf = (name: string): readonly (readonly [string, string | undefined])[] => {
    const table = declared.get(name);
    return entriesIn(table?.initializer ?? ts.factory.createNull()).flatMap((entry) => {
      if (ts.isSpreadAssignment(entry)) return marksOf(entry.expression.getText());
      const word = entry.name?.getText().replace(/^(['"])(.*)\1$/, '$2') ?? entry.getText();
      const source = entry.getSourceFile();
      const { line } = source.getLineAndCharacterOfPosition(entry.end);
      return [[word, MARK.exec(source.text.split('\n')[line] ?? '')?.[1]] as const];
    });
  };

  return [...declared].map(([name, table]) => ({
    file: table.getSourceFile().fileName,
    name,
    marks: new Map(marksOf(name)),
  }));
}
