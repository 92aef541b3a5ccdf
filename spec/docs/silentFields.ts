import { join } from 'node:path';
import type ts from 'typescript';

/**
 * The fields of vendors' inputs, at any depth, that do not say what they are, one line each: an editor
 * shows it where they are written.
 *
 * @param inputs - exported types below `root`
 */
export function silentFields(
  checker: ts.TypeChecker,
  root: string,
  inputs: readonly ts.Symbol[],
): readonly string[] {
  const folder = join(root, 'src', 'providers');
  const silent = new Set<string>();
  const seen = new Set<ts.Type>();
  const visit = (type: ts.Type): void => {
    if (seen.has(type)) return;
    seen.add(type);
    if (type.isUnionOrIntersection()) type.types.forEach(visit);
    if (checker.isArrayLikeType(type)) {
      checker.getTypeArguments(type as ts.TypeReference).forEach(visit);
    }
    for (const field of checker.getPropertiesOfType(type)) {
      const [declaration] = field.declarations ?? [];
      const file = declaration?.getSourceFile().fileName ?? '';
      // What is declared elsewhere, such as the methods of a list, is not theirs to describe.
      if (declaration === undefined || !file.startsWith(folder)) continue;
      const { name } = declaration.parent as Partial<ts.InterfaceDeclaration>;
      if (field.getDocumentationComment(checker).length === 0) {
        const place = file.slice(root.length + 1);
        silent.add(`${place} ${name?.text ?? ''}.${field.name} has no summary`);
      }
      visit(checker.getTypeOfSymbol(field));
    }
  };
  inputs.forEach((input) => visit(checker.getDeclaredTypeOfSymbol(input)));
  return [...silent];
}
