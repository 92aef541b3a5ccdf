import type { Environment } from '../engine/Environment.js';

const WARNING =
  'everybody who opens this page can read the key that it holds: give null for it, and as baseUrl a proxy that adds it';

/**
 * Tells the client's diagnostics that a key lies open, where it runs in a page of a browser and was
 * given one.
 *
 * @param keys - the options of the client, or of an account
 * @since 0.1.0
 */
export function warnOfPage(
  { vendor, diagnose }: Environment,
  operation: string,
  keys: Readonly<Record<string, unknown>>,
): void {
  const isPage = typeof document === 'object';
  const isOpen = Object.keys(vendor.keys).some((name) => keys[name] !== null);
  if (!isPage || !isOpen) return;
  diagnose({ type: 'anomaly', message: WARNING, provider: vendor.provider, operation });
}
