import { join } from 'node:path';
import ts from 'typescript';
import { filesBelow } from '../house/filesBelow.js';
import { silentFields } from './silentFields.js';

interface Export {
  readonly place: string;
  readonly name: string;
  readonly isFunction: boolean;
  readonly symbol: ts.Symbol;
}

function sourceProgram(root: string): ts.Program {
  const files = filesBelow(join(root, 'src'), '.ts').map((file) => join(root, 'src', file));
  return ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    noEmit: true,
  });
}

/** What `file` exports and what stands below `root`, behind whichever re-export. */
function exportsOf(program: ts.Program, root: string, file: string): readonly Export[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) return [];
  return checker.getExportsOfModule(module).flatMap((exported) => {
    const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
    const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported;
    const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
    const home = declaration?.getSourceFile().fileName ?? '';
    if (declaration === undefined || !home.startsWith(join(root, 'src'))) return [];
    return [
      {
        place: home.slice(root.length + 1),
        name: symbol.name,
        isFunction:
          symbol.valueDeclaration !== undefined &&
          (symbol.flags & ts.SymbolFlags.Class) === 0 &&
          checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0,
        symbol,
      },
    ];
  });
}

/** What stands first in a file whose exports are exported as one object, such as `lenient`. */
function moduleDoc({ symbol }: Export): string | undefined {
  const [file] = symbol.declarations ?? [];
  if (file === undefined || !ts.isSourceFile(file)) return undefined;
  return /^\/\*\*[\s\S]*?\*\//.exec(file.text)?.[0] ?? '';
}

/** The members of an exported `<Name>Options` that do not say what they are. */
function silentOptions(checker: ts.TypeChecker, { name, symbol }: Export): readonly string[] {
  if (!name.endsWith('Options')) return [];
  return checker
    .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol))
    .filter((option) => option.getDocumentationComment(checker).length === 0)
    .map((option) => option.name);
}

/** What the methods of a vendor take. */
const isInput = ({ name, place }: Export): boolean =>
  place.startsWith('src/providers/') && /(?:Input|Query)$/.test(name);

/**
 * What the TSDoc of the sources below `root` owes, one line each: a summary and `@since` on every
 * export, a summary on every option and on every field of vendors' inputs, and a fenced `@example` on
 * every function that one of the `entries` exports.
 */
export function undocumented(root: string, entries: readonly string[]): readonly string[] {
  const program = sourceProgram(root);
  const checker = program.getTypeChecker();
  const tagsOf = (exported: Export) => {
    const doc = moduleDoc(exported);
    if (doc?.includes('@since') === true) return [{ name: 'since', text: '' }];
    return exported.symbol
      .getJsDocTags(checker)
      .map(({ name, text }) => ({ name, text: ts.displayPartsToString(text) }));
  };
  const hasSummary = (exported: Export): boolean =>
    exported.symbol.getDocumentationComment(checker).length > 0 ||
    moduleDoc(exported)?.includes('@module') === true;

  const exports = filesBelow(join(root, 'src'), '.ts').flatMap((file) =>
    exportsOf(program, root, join(root, 'src', file)),
  );
  const owed = exports.flatMap((exported) => [
    ...(hasSummary(exported) ? [] : [`${exported.place} ${exported.name} has no summary`]),
    ...(tagsOf(exported).some(({ name }) => name === 'since')
      ? []
      : [`${exported.place} ${exported.name} has no @since`]),
    ...silentOptions(checker, exported).map(
      (option) => `${exported.place} ${exported.name}.${option} has no summary`,
    ),
  ]);
  const owedAtTheDoor = entries
    .flatMap((entry) => exportsOf(program, root, join(root, entry)))
    .filter(({ isFunction }) => isFunction)
    .filter(
      (exported) =>
        !tagsOf(exported).some(({ name, text }) => name === 'example' && text.includes('```ts')),
    )
    .map(({ place, name }) => `${place} ${name} has no @example`);
  const inputs = exports.filter(isInput).map(({ symbol }) => symbol);
  return [...new Set([...owed, ...silentFields(checker, root, inputs), ...owedAtTheDoor])];
}
