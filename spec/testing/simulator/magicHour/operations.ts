import { fixture } from '../../../fixtures/fixture.js';

/** One field of a request, as `operations.json` lists it. */
export interface ListedField {
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  readonly newer?: true | { readonly enum?: readonly string[]; readonly maxLength?: number };
  readonly enum?: readonly (string | number)[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly items?: string;
  readonly items_minLength?: number;
  readonly requiredIf?: { readonly path: string; readonly in: readonly string[] };
  readonly stated?: {
    readonly enum?: readonly number[];
    readonly greaterThan?: string;
    readonly anyOf?: readonly string[];
    readonly requiredWithout?: string;
    readonly clip?: { readonly minimum: number; readonly maximum: number };
    readonly needs?: {
      readonly when: readonly string[];
      readonly path: string;
      readonly in: readonly string[];
    };
  };
}

/** One operation of Magic Hour's document. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly kind: 'file' | 'faceDetection' | 'video' | 'image' | 'audio' | 'account' | 'savedItems';
  readonly newer?: true;
  readonly typicalSeconds?: number;
  readonly response: readonly string[];
  readonly fields: readonly ListedField[];
}

export const OPERATIONS = fixture('magicHour/operations') as readonly Operation[];

/** Those that make a project. */
export const CREATORS = OPERATIONS.filter(
  ({ method, kind }) => method === 'POST' && ['video', 'image', 'audio'].includes(kind),
);

/** Where projects of a kind are looked at. */
export const FOLDER = {
  video: '/v1/video-projects',
  image: '/v1/image-projects',
  audio: '/v1/audio-projects',
} as const;

/** The names of the operations' kinds as jobs of the simulator. */
export const JOB_KIND = { video: 'videos', image: 'images', audio: 'audios' } as const;

/** The kind of a creator. */
export const projectKindOf = ({ kind }: Operation): keyof typeof FOLDER => {
  if (kind === 'video' || kind === 'image' || kind === 'audio') return kind;
  throw new TypeError(`no kind of project: ${kind}`);
};
