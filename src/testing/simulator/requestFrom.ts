import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { readFormParts } from './formParts.js';
import type { SimRequest } from './SimRequest.js';

/**
 * Reads a request of Node's server, byte for byte as its path was sent: no dot segment is resolved.
 * A multipart body that cannot be read has no parts.
 *
 * @param context - of the request
 * @param prefix - the vendor's path, cut off
 * @since 0.1.0
 */
export async function requestFrom(
  context: Context<{ Bindings: HttpBindings }>,
  prefix: string,
): Promise<SimRequest> {
  const { req, env } = context;
  const [path = '', ...search] = (env.incoming.url ?? '').split('?');
  const headers = req.header();
  const common = {
    method: req.method,
    path: path.slice(prefix.length),
    query: new URLSearchParams(search.join('?')),
    headers,
  };
  if (!(headers['content-type'] ?? '').startsWith('multipart/form-data')) {
    return { ...common, body: await req.text() };
  }
  const form = await req.formData().catch(() => new FormData());
  return { ...common, body: '', parts: await readFormParts(form) };
}
