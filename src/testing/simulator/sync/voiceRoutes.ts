import type { Call } from '../Call.js';
import { oneOf, required, text } from '../fieldRules.js';
import type { FieldRules } from '../fieldRules.js';
import type { JsonFields } from '../JsonFields.js';
import type { Route } from '../Route.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { isReachable } from './generateRefusal.js';
import { readFields } from './readFields.js';
import { storageRefusal } from './storage.js';
import type { SyncDesk } from './SyncDesk.js';
import { codedError, syncError } from './syncError.js';
import type { SyncVoice } from './SyncLibrary.js';

const CLONE: FieldRules = {
  name: required(text({ from: 1 })),
  provider: oneOf(['elevenlabs']),
  url: text({ from: 1 }),
  assetId: text({ from: 1 }),
};

/** Voices that every account has. */
const BUILT_IN: readonly SyncVoice[] = [
  {
    id: 'EXAVITQu4vr4xnSDxMaL',
    name: 'Rachel',
    provider: 'elevenlabs',
    previewUrl: 'https://assets.sync.so/voices/rachel-preview.mp3',
  },
];

/**
 * Voices: the vendor's own, and clones of a sample that lies in its storage.
 *
 * @param desk - of the vendor
 * @see https://sync.so/docs/developer-guides/voice-cloning (read 2026-11-22)
 * @since 0.1.0
 */
export function voiceRoutes(desk: SyncDesk): readonly Route[] {
  const { clones } = desk.library;
  const all = () => [...BUILT_IN, ...clones.values()];
  const one = '/v2/voices/:id';
  const other = { role: 'other' } as const;
  return [
    { ...other, method: 'GET', path: '/v2/voices', answer: () => json(200, all()) },
    {
      ...other,
      method: 'POST',
      path: '/v2/voices',
      bucket: 'voices',
      answer: (call) => clone(call, desk),
    },
    {
      ...other,
      method: 'GET',
      path: one,
      answer: ({ params }) => {
        const voice = all().find(({ id }) => id === params['id']);
        return voice === undefined ? codedError('voice_not_found') : json(200, voice);
      },
    },
    {
      ...other,
      method: 'DELETE',
      path: one,
      answer: ({ params }) =>
        clones.delete(params['id'] ?? '') ? json(200, true) : codedError('voice_not_found'),
    },
  ];
}

function clone({ request }: Call, desk: SyncDesk): SimResponse {
  const read = readFields(request, CLONE);
  if ('refusal' in read) return read.refusal;
  const name = String(read.fields['name']);
  const refusal = sampleRefusal(read.fields, desk);
  if (refusal !== undefined) return refusal;
  if ([...desk.library.clones.values()].some((voice) => voice.name === name)) {
    return codedError('voice_name_conflict');
  }
  const voice: SyncVoice = { id: desk.library.id(), name, provider: 'elevenlabs' };
  desk.library.clones.set(voice.id, voice);
  return json(201, voice);
}

function sampleRefusal({ url, assetId }: JsonFields, desk: SyncDesk): SimResponse | undefined {
  if (typeof assetId === 'string') {
    const asset = desk.library.assets.get(assetId);
    if (asset === undefined) return codedError('asset_not_found');
    return asset.type === 'IMAGE' ? codedError('voice_sample_type_unsupported') : undefined;
  }
  if (typeof url !== 'string') return syncError(400, ['Provide exactly one of url or assetId']);
  if (!isReachable(url)) return codedError('voice_sample_not_accessible');
  return storageRefusal(url, desk) === undefined
    ? undefined
    : codedError('voice_sample_upload_required');
}
