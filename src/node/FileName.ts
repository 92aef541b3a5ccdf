import type { Asset } from '../model/Asset.js';

/** Longest stem that is made of a role, in characters. */
const MAX_STEM_CHARS = 64;

/** Longest name that may be asked for, in bytes: room is left for a number and `.part`. */
const MAX_NAME_BYTES = 200;

/** Devices of Windows, with whatever ending. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;

const UNFIT = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069<>:"/\\|?*]|^\.{1,2}$|[. ]$/;

/** A name in its two parts, between which a number can stand. @since 0.1.0 */
export interface FileName {
  readonly stem: string;
  /** With its dot; `''` where there is none. */
  readonly ending: string;
}

/** The name that {@link isFileName} allows, in words. @since 0.1.0 */
export const FILE_NAME_RULE =
  'must be the name of a file, of 1 to 200 bytes, without folders and reserved characters';

/** Whether a text can name a file in every common file system. @since 0.1.0 */
export const isFileName = (value: unknown): value is string =>
  typeof value === 'string' &&
  value !== '' &&
  Buffer.byteLength(value) <= MAX_NAME_BYTES &&
  !UNFIT.test(value) &&
  !DEVICE.test(value);

/** Splits a name that was asked for before its last dot. @since 0.1.0 */
export function splitFileName(name: string): FileName {
  const dot = name.lastIndexOf('.');
  return dot <= 0
    ? { stem: name, ending: '' }
    : { stem: name.slice(0, dot), ending: name.slice(dot) };
}

/**
 * The stem of an asset's file: its role in letters, digits, `_` and `-`. Nothing of it comes from the
 * server that sends the file.
 *
 * @since 0.1.0
 */
export function stemOf({ role, type }: Pick<Asset, 'role' | 'type'>): string {
  const stem = role
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .slice(0, MAX_STEM_CHARS)
    .replace(/^-+|-+$/g, '');
  if (stem === '') return type;
  return DEVICE.test(stem) ? `${type}-${stem}` : stem;
}

/** The name itself for 1, else with the number at its stem: `video-2.mp4`. @since 0.1.0 */
export const numbered = ({ stem, ending }: FileName, number: number): string =>
  number === 1 ? `${stem}${ending}` : `${stem}-${number}${ending}`;
