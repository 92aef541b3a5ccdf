import { isRight } from '#fp-ts/Either';
import { decodeRef } from '../contract/decodeRef.js';
import type { Asset } from '../model/Asset.js';
import { GAP_RULE, isGapMs } from '../timing/isGapMs.js';
import type { DownloadOptions } from './DownloadOptions.js';
import { FILE_NAME_RULE, isFileName } from './FileName.js';

const TYPES: readonly unknown[] = ['video', 'audio', 'image', 'text', 'other'];

/** A field, what it must be as a check, and the same in words. @since 0.1.0 */
export type FieldRule<T> = readonly [
  name: keyof T & string,
  good: (value: unknown) => boolean,
  must: string,
];

const isText = (value: unknown): value is string => typeof value === 'string';
const isFunction = (value: unknown): boolean => typeof value === 'function';
const isWhole = (most: number) => (value: unknown) =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most;

const isOrigin = (value: unknown): boolean => {
  if (!isText(value) || !URL.canParse(value)) return false;
  const { protocol, origin } = new URL(value);
  return /^https?:$/.test(protocol) && origin === value.toLowerCase();
};

const isCertificate = (value: unknown): boolean =>
  isText(value) && value.includes('-----BEGIN CERTIFICATE-----');

const isListOf = (good: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(good);

const isScheduler = (value: unknown): boolean => {
  const { now, schedule } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return isFunction(now) && isFunction(schedule);
};

/** What an asset must be to be downloaded, but for where it is. @since 0.1.0 */
export const ASSET_RULES: readonly FieldRule<Asset>[] = [
  ['url', (value) => isText(value) && URL.canParse(value), 'must be an absolute URL'],
  ['type', (value) => TYPES.includes(value), 'must be video, audio, image, text or other'],
  ['role', isText, 'must be text'],
  [
    'expiresAt',
    (value) => value === undefined || Number.isFinite(value),
    'must be milliseconds since 1970, or absent',
  ],
];

/** What each option must be where it is given. @since 0.1.0 */
export const OPTION_RULES: readonly FieldRule<DownloadOptions>[] = [
  ['fileName', isFileName, FILE_NAME_RULE],
  ['maxBytes', isWhole(Number.MAX_SAFE_INTEGER), 'must be a whole number of bytes >= 1'],
  ['attempts', isWhole(100), 'must be a whole number from 1 to 100'],
  ['timeoutMs', (value) => isGapMs(value as number), GAP_RULE],
  ['ref', (value) => isRight(decodeRef(value)), 'must be a reference of a job'],
  [
    'privateOrigins',
    isListOf(isOrigin),
    'must be a list of origins such as http://127.0.0.1:4010, without a path',
  ],
  [
    'ca',
    (value) => isCertificate(value) || isListOf(isCertificate)(value),
    'must be certificates in PEM',
  ],
  ['random', isFunction, 'must be a function that gives numbers in [0, 1)'],
  ['scheduler', isScheduler, 'must be an RxJS scheduler'],
];
