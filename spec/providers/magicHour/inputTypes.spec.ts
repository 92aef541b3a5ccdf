import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../../house/runTool.js';
import type { DocumentedField } from './operations.js';
import { methodNameOf, TOOL_OPERATIONS } from './operations.js';

/** One field as the type of an input has it. */
interface TypedField {
  readonly path: string;
  readonly required: boolean;
  /** The words or numbers that the type names, if it names any. */
  readonly words: readonly (string | number)[];
  readonly documented: boolean;
}

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
};
const program = ts.createProgram([join(ROOT, 'src/clients/magicHour.ts')], options);
const checker = program.getTypeChecker();

const isNothing = (type: ts.Type): boolean =>
  (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) !== 0;
const partsOf = (type: ts.Type): readonly ts.Type[] =>
  (type.isUnion() ? type.types : [type]).filter((part) => !isNothing(part));

function wordsOf(type: ts.Type): readonly (string | number)[] {
  return partsOf(type).flatMap((part) =>
    part.isStringLiteral() || part.isNumberLiteral() ? [part.value] : [],
  );
}

/** The type of a field's members where it is a list, and of its own where it is an object. */
function heldBy(type: ts.Type): { readonly held: ts.Type; readonly suffix: string } | undefined {
  const [part] = partsOf(type);
  if (part === undefined || partsOf(type).length !== 1) return undefined;
  const member = checker.isArrayType(part)
    ? checker.getTypeArguments(part as ts.TypeReference)[0]
    : undefined;
  const held = member ?? part;
  if ((held.flags & ts.TypeFlags.Object) === 0) return undefined;
  return { held, suffix: member === undefined ? '' : '[]' };
}

/** All fields of a type, however deep. */
function fieldsOf(type: ts.Type, prefix = ''): readonly TypedField[] {
  return checker.getPropertiesOfType(type).flatMap((symbol) => {
    const own = checker.getTypeOfSymbol(symbol);
    const path = `${prefix}${symbol.name}`;
    const below = heldBy(own);
    return [
      {
        path,
        required: (symbol.flags & ts.SymbolFlags.Optional) === 0,
        words: wordsOf(own),
        documented: symbol.getDocumentationComment(checker).length > 0,
      },
      ...(below === undefined ? [] : fieldsOf(below.held, `${path}${below.suffix}.`)),
    ];
  });
}

function inputTypeOf(method: string): ts.Type {
  const source = program.getSourceFile(join(ROOT, 'src/clients/magicHour.ts'));
  const module = source && checker.getSymbolAtLocation(source);
  const exported = module && checker.getExportsOfModule(module);
  const client = exported?.find(({ name }) => name === 'MagicHour');
  if (client === undefined) throw new Error('no client');
  const tool = checker.getDeclaredTypeOfSymbol(client).getProperty(method);
  const run = tool && checker.getTypeOfSymbol(tool).getProperty('run');
  const [signature] = run ? checker.getTypeOfSymbol(run).getCallSignatures() : [];
  const [input] = signature?.getParameters() ?? [];
  if (input === undefined) throw new Error(`${method}.run takes nothing`);
  return checker.getTypeOfSymbol(input);
}

/** The words of a field, those of a later copy and of its text alone too. */
function documentedWords(field: DocumentedField): readonly unknown[] {
  const newer = typeof field.newer === 'object' ? (field.newer.enum ?? []) : [];
  return [...(field.enum ?? field.stated?.enum ?? []), ...newer];
}

/** Words that are told in a field's text, without a list: suggestions, which the type may have. */
const SUGGESTED = [
  '/v1/ai-qr-code-generator style.art_style',
  '/v1/ai-video-translator resolution',
];

describe.each(TOOL_OPERATIONS.map((operation) => [methodNameOf(operation), operation] as const))(
  'the type of the input of %s',
  (method, { path: address, fields }) => {
    const typed = fieldsOf(inputTypeOf(method));
    const byPath = <T extends { readonly path: string }>(all: readonly T[]): readonly T[] =>
      [...all].sort((one, other) => (one.path < other.path ? -1 : 1));

    it('has the fields of the document, no more and no fewer, required where they are', () => {
      const told = byPath(typed).map(({ path, required }) => [path, required]);
      expect(told).toEqual(byPath(fields).map(({ path, required }) => [path, required]));
    });

    it('names the words of the document, no more and no fewer', () => {
      for (const field of fields) {
        if (SUGGESTED.includes(`${address} ${field.path}`)) continue;
        const words = typed.find(({ path }) => path === field.path)?.words ?? [];
        expect([field.path, [...words].sort()]).toEqual([
          field.path,
          [...documentedWords(field)].sort(),
        ]);
      }
    });

    it('says what each field is', () => {
      expect(typed.filter(({ documented }) => !documented)).toEqual([]);
    });
  },
);
