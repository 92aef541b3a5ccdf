import type { FileSort } from './fileEndings.js';

/** What holds for a value, wherever it stands. @since 0.1.0 */
export interface ValueFact {
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array';
  readonly nullable?: true;
  readonly enum?: readonly (string | number)[];
  /** More words, which only a newer copy of the document names. */
  readonly newer?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly format?: 'uri';
  /** The sorts of file that a path may lead to. */
  readonly file?: readonly FileSort[];
  /** Of an array's members. */
  readonly items?: ValueFact;
}

/** What Magic Hour's document says of one field of a request. @since 0.1.0 */
export interface FieldFact extends ValueFact {
  /** Whether the object that holds the field cannot be without it. */
  readonly required?: true;
  /** The path of another field, and the words of it that make this one required. */
  readonly requiredIf?: readonly [path: string, ...words: string[]];
  /** The path of another field that makes this one required by not being there. */
  readonly requiredWithout?: string;
  /** What the vendor takes when the field is not there, where another field depends on it. */
  readonly default?: string;
  /** The path of a number that this one must be greater than. */
  readonly after?: string;
  /** The least and the most seconds of a clip that ends here and begins at `start_seconds`. */
  readonly clip?: readonly [number, number];
  /** Fields of the object of which one must be there. */
  readonly anyOf?: readonly string[];
  /** Words of this field that need one of some words in another. */
  readonly needs?: {
    readonly words: readonly string[];
    readonly path: string;
    readonly in: readonly string[];
  };
}

/** The fields of a request by path: `assets.face_mappings[].new_face`. @since 0.1.0 */
export type Fields = Readonly<Record<string, FieldFact>>;
