import { resolve } from 'node:path';
import type { Either } from 'fp-ts/lib/Either.js';
import { left, right } from '#fp-ts/Either';
import { clockOf } from '../contract/systemClock.js';
import type { InputIssue } from '../errors/InputIssue.js';
import type { Asset } from '../model/Asset.js';
import type { DownloadOptions } from './DownloadOptions.js';
import type { DownloadPlan } from './DownloadPlan.js';
import type { FieldRule } from './downloadRules.js';
import { ASSET_RULES, OPTION_RULES } from './downloadRules.js';
import { splitFileName, stemOf } from './FileName.js';
import { urlRefusal } from './urlRefusal.js';

const TEN_GIB = 10 * 2 ** 30;

type Fields = Readonly<Record<string, unknown>>;

/** The fields that there are rules for, each read once: getters of a caller may throw. */
function fieldsIn<T>(value: unknown, rules: readonly FieldRule<T>[]): Fields | undefined {
  try {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return Object.fromEntries(rules.map(([name]) => [name, (value as Fields)[name]]));
  } catch {
    return undefined;
  }
}

const issuesOf = <T>(fields: Fields, rules: readonly FieldRule<T>[], at: string) =>
  rules
    .filter(([name, good]) => !good(fields[name]))
    .map(([name, , message]): InputIssue => ({ path: `${at}${name}`, message }));

const assetIssues = (fields: Fields | undefined): readonly InputIssue[] =>
  fields === undefined
    ? [{ path: 'asset', message: 'must be an asset of a snapshot' }]
    : issuesOf(fields, ASSET_RULES, 'asset.');

const dirIssues = (dir: unknown): readonly InputIssue[] =>
  typeof dir === 'string' && dir !== '' && !dir.includes('\0')
    ? []
    : [{ path: 'dir', message: 'must be the path of a folder' }];

function optionIssues(fields: Fields | undefined): readonly InputIssue[] {
  if (fields === undefined) return [{ path: 'options', message: 'must be a plain object' }];
  const given = OPTION_RULES.filter(([name]) => fields[name] !== undefined);
  return issuesOf(fields, given, '');
}

function planOf(asset: Asset, dir: string, options: DownloadOptions): DownloadPlan {
  const { fileName, ref, ca = [], privateOrigins = [] } = options;
  return {
    url: new URL(asset.url),
    type: asset.type,
    expiresAt: asset.expiresAt,
    dir: resolve(dir),
    name: fileName === undefined ? stemOf(asset) : splitFileName(fileName),
    maxBytes: options.maxBytes ?? TEN_GIB,
    attempts: options.attempts ?? 5,
    timeoutMs: options.timeoutMs ?? 30_000,
    privateOrigins: new Set(privateOrigins.map((origin) => origin.toLowerCase())),
    ca: [ca].flat(),
    clock: clockOf(options.scheduler, options.random),
    facts: { provider: ref?.provider ?? 'rushes', operation: 'download', ref },
  };
}

/**
 * Checks and copies the arguments of a download, or says all that is wrong with them.
 *
 * @since 0.1.0
 */
export function planDownload(
  asset: unknown,
  dir: unknown,
  options: unknown,
): Either<readonly InputIssue[], DownloadPlan> {
  const file = fieldsIn(asset, ASSET_RULES);
  const chosen = fieldsIn(options, OPTION_RULES);
  const issues = [...assetIssues(file), ...dirIssues(dir), ...optionIssues(chosen)];
  if (issues.length > 0) return left(issues);
  // Each field was just held to its rule.
  const plan = planOf(
    file as unknown as Asset,
    dir as string,
    chosen as unknown as DownloadOptions,
  );
  const refusal = urlRefusal(plan.url, plan.privateOrigins);
  return refusal === undefined ? right(plan) : left([{ path: 'asset.url', message: refusal }]);
}
