const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const MASK = 0xffffffffffffffffn;

/**
 * A short fingerprint of a text (FNV-1a, 64 bits): tells whether two inputs are the same. It holds no
 * input, but a guess can be tested against it. Not for secrets.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc9923
 * @since 0.1.0
 */
export function fingerprint(text: string): string {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(text)) {
    hash = ((hash ^ BigInt(byte)) * PRIME) & MASK;
  }
  return hash.toString(16).padStart(16, '0');
}
