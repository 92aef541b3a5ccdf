import type { TypeOf } from 'io-ts';
import { numeric, text, vendorId, webUrl, word } from '../../../src/contract/lenient.js';
import { lenientBody } from '../../../src/contract/lenientBody.js';

/** The body of a look at a clip. @see https://docs.acme.example/clips (read 2026-11-22) */
export const ClipBody = lenientBody(
  'a clip',
  { id: vendorId, state: word },
  { url: webUrl, seconds: numeric, percent: numeric, reason: text },
);

/** What {@link ClipBody} decodes to. */
export type ClipBody = TypeOf<typeof ClipBody>;
