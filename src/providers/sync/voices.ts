import type { Type } from 'io-ts';
import type { ById } from '../../contract/ById.js';
import { byIdIssues } from '../../contract/ById.js';
import { done } from '../../contract/done.js';
import type { CrossRule } from '../../contract/inputRules.js';
import { inputRules, optional, required } from '../../contract/inputRules.js';
import { listOf, text as words, vendorId, webUrl as address } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import { pathSegment } from '../../contract/pathSegment.js';
import { jobId, text, webUrl, wordLike } from '../../contract/valueRules.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import { VOICES } from './buckets.js';
import { errorOf } from './errorOf.js';

/**
 * A voice: its `id` is the `voiceId` of a text that is to be spoken.
 *
 * @see https://sync.so/docs/developer-guides/voice-cloning (read 2026-11-22)
 * @since 0.1.0
 */
export interface Voice {
  readonly id: string;
  readonly name?: string;
  readonly provider?: 'elevenlabs' | (string & {});
  /** URL of a short sample. */
  readonly previewUrl?: string;
  /** The provider's own id; use `id` instead. */
  readonly voiceId?: string;
  /** sync.so's internal id; use `id` instead. */
  readonly internalVoiceId?: string;
}

/** A voice as it comes. @since 0.1.0 */
export const VoiceBody: Type<Voice, Voice, unknown> = lenientBody(
  'a voice',
  { id: vendorId },
  { name: words, provider: words, previewUrl: address, voiceId: words, internalVoiceId: words },
);

/** Lists all voices, one's own among them. @see https://sync.so/docs/api-reference/api/voices-api/list (read 2026-11-22) @since 0.1.0 */
export const voicesList: VendorCall<void, readonly Voice[]> = {
  name: 'voices.list',
  request: () => ({ method: 'GET', path: '/v2/voices' }),
  answer: listOf(VoiceBody),
  errorOf,
};

/** Reads a voice. @see https://sync.so/docs/api-reference/api/voices-api/get (read 2026-11-22) @since 0.1.0 */
export const getVoice: VendorCall<ById, Voice> = {
  name: 'voices.get',
  check: byIdIssues,
  request: ({ id }) => ({ method: 'GET', path: `/v2/voices/${pathSegment(id)}` }),
  answer: VoiceBody,
  errorOf,
};

/** Deletes a cloned voice; sync.so answers with a bare `true`. @see https://sync.so/docs/api-reference/api/voices-api/delete (read 2026-11-22) @since 0.1.0 */
export const removeVoice: VendorCall<ById, void> = {
  name: 'voices.remove',
  check: byIdIssues,
  request: ({ id }) => ({ method: 'DELETE', path: `/v2/voices/${pathSegment(id)}` }),
  answer: done,
  reads: 'status',
  errorOf,
};

/** Whose voice is to be cloned: exactly one sample of it. @since 0.1.0 */
export interface VoiceInput {
  /** What to call it. */
  readonly name: string;
  /** Who is to clone it. */
  readonly provider: 'elevenlabs' | (string & {});
  /** URL of an audio or a video with the voice. */
  readonly url?: string;
  /** The id of an asset with the voice. */
  readonly assetId?: string;
}

const oneSample: CrossRule = ({ url, assetId }, path) =>
  (url === undefined) === (assetId === undefined)
    ? [{ path, message: 'needs either url or assetId' }]
    : [];

/**
 * Clones a voice; one that is sent again would make another, and plans hold only so many.
 *
 * @see https://sync.so/docs/api-reference/api/voices-api/clone (read 2026-11-22)
 * @see https://github.com/synchronicity-labs/mcp-server (read 2026-11-22), for the fields
 * @since 0.1.0
 */
export const cloneVoice: VendorCall<VoiceInput, Voice> = {
  name: 'voices.clone',
  check: inputRules<VoiceInput>(
    {
      name: required(text({ min: 1 })),
      provider: required(wordLike('elevenlabs')),
      url: optional(webUrl()),
      assetId: optional(jobId),
    },
    oneSample,
  ),
  request: (input) => ({ method: 'POST', path: '/v2/voices', json: input }),
  answer: VoiceBody,
  errorOf,
  bucket: VOICES,
  once: true,
};
