import { fixture } from '../../fixtures/fixture.js';

/** What Magic Hour's document says of one field; `README.md` of the fixtures tells how to read it. */
export interface DocumentedField {
  readonly path: string;
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array';
  readonly required: boolean;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: 'string' | 'object';
  readonly items_minLength?: number;
  readonly pattern?: string;
  readonly format?: 'uri';
  readonly nullable?: boolean;
  readonly default?: unknown;
  readonly in?: 'query';
  readonly requiredIf?: { readonly path: string; readonly in: readonly string[] };
  readonly stated?: {
    readonly greaterThan?: string;
    readonly enum?: readonly unknown[];
    readonly anyOf?: readonly string[];
    readonly requiredWithout?: string;
    readonly clip?: { readonly start: string; readonly minimum: number; readonly maximum: number };
    readonly needs?: {
      readonly when: readonly string[];
      readonly path: string;
      readonly in: readonly string[];
    };
  };
  /** What a later copy adds: the field itself, or words and a length of it. */
  readonly newer?: true | { readonly enum?: readonly unknown[]; readonly maxLength?: number };
}

/** What Magic Hour's document says of one operation. */
export interface DocumentedOperation {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly kind: string;
  readonly typicalSeconds?: number;
  readonly fields: readonly DocumentedField[];
}

/** Every operation of Magic Hour. */
export const OPERATIONS = fixture('magicHour/operations') as readonly DocumentedOperation[];

/** Those that make video, image and audio projects. */
export const TOOL_OPERATIONS = OPERATIONS.filter(
  ({ method, kind }) => method === 'POST' && ['video', 'image', 'audio'].includes(kind),
);

/** The name of the method that stands for an operation: `/v1/lip-sync` is `lipSync`. */
export const methodNameOf = ({ path }: DocumentedOperation): string =>
  path.slice('/v1/'.length).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
