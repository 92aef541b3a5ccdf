import { requireOption } from '../errors/requireOption.js';
import type { KeyvLike } from './KeyvLike.js';

const METHODS = [
  'get',
  'set',
  'delete',
  'on',
  'off',
] as const satisfies readonly (keyof KeyvLike)[];

/**
 * Throws `InvalidInput` where a Keyv is none, or would hide failures of its storage.
 *
 * @since 0.1.0
 */
export function requireLoudKeyv(keyv: KeyvLike): void {
  const parts = (keyv ?? {}) as Partial<KeyvLike>;
  const rules: readonly (readonly [good: boolean, path: string, rule: string])[] = [
    [METHODS.every((name) => typeof parts[name] === 'function'), 'keyv', 'must be a Keyv'],
    [
      parts.throwOnErrors !== false,
      'keyv.throwOnErrors',
      'must be true, as in new Keyv(storage, { throwOnErrors: true }): without it, a storage that is down looks empty',
    ],
    [
      parts.opts?.emitErrors !== false,
      'keyv.opts.emitErrors',
      'must not be false: without it, a storage that is down may look empty',
    ],
  ];
  for (const [good, path, rule] of rules) requireOption(good, 'keyvStore', path, rule);
}
