import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../house/runTool.js';
import { exampleOptions } from './exampleOptions.js';

/** A name with what an editor shows beside it. */
export interface Shown {
  readonly name: string;
  readonly docs: string;
}

/** What an editor tells of the programs that are open in it. */
export interface Editor {
  /** What hovering the first `token` of a program shows; its types are unfolded `levels` times. */
  hover(program: string, token: string, levels?: number): Shown;
  /** What is offered right behind the first `token` of a program. */
  offers(program: string, token: string): readonly Shown[];
  /** What is underlined, and why. */
  mistakes(program: string): readonly Shown[];
}

/** The declarations leave out the last parameter, by which editors unfold types. */
type Hover = (
  file: string,
  place: number,
  maxLength?: number,
  levels?: number,
) => ts.QuickInfo | undefined;

/** More than any hover here has: an editor cuts what is longer than it likes. */
const MOST_CHARS = 20_000;

const textOf = (parts: readonly ts.SymbolDisplayPart[] | undefined): string =>
  ts.displayPartsToString([...(parts ?? [])]);

/** Opens programs, by name, that import `rushes` and its entries, in TypeScript's language service. */
export function editorWith(programs: Readonly<Record<string, string>>): Editor {
  const options = exampleOptions();
  const folder = join(ROOT, '.build', 'editor');
  const pathOf = (program: string): string => join(folder, `${program}.ts`);
  const open = new Map(Object.entries(programs).map(([name, text]) => [pathOf(name), text]));
  const disk = ts.createCompilerHost(options);
  const read = (file: string): string | undefined => open.get(file) ?? disk.readFile(file);
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getCurrentDirectory: () => ROOT,
    getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
    getScriptFileNames: () => [...open.keys()],
    getScriptVersion: () => '1',
    getScriptSnapshot: (file) => {
      const text = read(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    fileExists: (file) => open.has(file) || disk.fileExists(file),
    readFile: read,
    directoryExists: (path) => folder.startsWith(path) || disk.directoryExists?.(path) === true,
  });
  const hoverAt: Hover = service.getQuickInfoAtPosition.bind(service);
  const placeOf = (program: string, token: string): number => {
    const place = programs[program]?.indexOf(token) ?? -1;
    if (place < 0) throw new Error(`${program} has no ${token}`);
    return place;
  };

  return {
    hover: (program, token, levels = 0) => {
      const place = placeOf(program, token);
      const info = hoverAt(pathOf(program), place, MOST_CHARS, levels);
      return { name: textOf(info?.displayParts), docs: textOf(info?.documentation) };
    },
    offers: (program, token) => {
      const file = pathOf(program);
      const place = placeOf(program, token) + token.length;
      const found = service.getCompletionsAtPosition(file, place, {})?.entries ?? [];
      return found.map(({ name, source, data }) => {
        const of = service.getCompletionEntryDetails(file, place, name, {}, source, {}, data);
        return { name, docs: textOf(of?.documentation) };
      });
    },
    mistakes: (program) => {
      const file = pathOf(program);
      return [
        ...service.getSyntacticDiagnostics(file),
        ...service.getSemanticDiagnostics(file),
      ].map(({ start = 0, length = 0, messageText }) => ({
        name: programs[program]?.slice(start, start + length) ?? '',
        docs: ts.flattenDiagnosticMessageText(messageText, ' '),
      }));
    },
  };
}
