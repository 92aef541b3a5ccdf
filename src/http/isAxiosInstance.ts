import type { AxiosInstance } from 'axios';

/**
 * Tells an axios instance from an `HttpPort` by its shape, without loading axios.
 *
 * @param value - what a user gave as `http`
 * @since 0.1.0
 */
export function isAxiosInstance(value: unknown): value is AxiosInstance {
  if ((typeof value !== 'function' && typeof value !== 'object') || value === null) return false;
  const { request, defaults, interceptors, send } = value as unknown as Record<string, unknown>;
  return (
    typeof request === 'function' &&
    typeof defaults === 'object' &&
    typeof interceptors === 'object' &&
    send === undefined
  );
}
