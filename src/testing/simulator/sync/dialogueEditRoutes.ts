import type { Call } from '../Call.js';
import { listOf, required, shaped, text } from '../fieldRules.js';
import type { FieldRules } from '../fieldRules.js';
import { isFields } from '../JsonFields.js';
import type { JsonFields } from '../JsonFields.js';
import type { Route } from '../Route.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { dialogueEdit } from './dialogueEdit.js';
import { readFields } from './readFields.js';
import { storageRefusal } from './storage.js';
import { jobAt } from './SyncDesk.js';
import type { SyncDesk } from './SyncDesk.js';
import { codedError, syncError } from './syncError.js';

const NO_EDIT = syncError(404, 'Dialogue edit not found');

const REQUEST: FieldRules = {
  sourceVideoUrl: required(text({ from: 1 })),
  transcript: required(shaped({})),
  edits: required(listOf(shaped({}), { from: 1 })),
  voiceId: text({ from: 1 }),
};

/**
 * Dialogue edits: made from a transcript, looked at.
 *
 * @param desk - of the vendor
 * @see https://sync.so/docs/api-reference/api/dialogue-edits-api/create (read 2026-11-22)
 * @since 0.1.0
 */
export function dialogueEditRoutes(desk: SyncDesk): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/v2/dialogue-edits',
      role: 'create',
      answer: (call) => create(call, desk),
    },
    {
      method: 'GET',
      path: '/v2/dialogue-edits/:id',
      role: 'get',
      bucket: 'poll',
      answer: ({ params }) => {
        const job = jobAt(desk, 'dialogueEdits', params['id']);
        return job === undefined ? NO_EDIT : json(200, dialogueEdit(job, desk));
      },
    },
  ];
}

function create({ request }: Call, desk: SyncDesk): SimResponse {
  const read = readFields(request, REQUEST);
  if ('refusal' in read) return read.refusal;
  const body = read.fields;
  const refusal = refusalOf(body, desk);
  if (refusal !== undefined) return refusal;
  return json(201, dialogueEdit(desk.book.add('dialogueEdits', body, 1), desk));
}

function refusalOf(body: JsonFields, desk: SyncDesk): SimResponse | undefined {
  const { startMs, endMs, transcript, edits } = body;
  if ((startMs ?? endMs ?? undefined) !== undefined) return codedError('dialogue_edit_unsupported');
  const known = wordIds(transcript);
  const lost = (edits as readonly JsonFields[]).flatMap(namedWords).find((id) => !known.has(id));
  if (lost !== undefined)
    return syncError(400, `The transcript has no word ${JSON.stringify(lost)}`);
  return storageRefusal(String(body['sourceVideoUrl']), desk);
}

/** The words that an edit is for; the names of its fields are inferred. */
function namedWords({ wordId, wordIds }: JsonFields): readonly unknown[] {
  const several: readonly unknown[] = Array.isArray(wordIds) ? wordIds : [];
  return wordId === undefined ? several : [wordId, ...several];
}

function wordIds(transcript: unknown): ReadonlySet<unknown> {
  const segments = isFields(transcript) ? transcript['segments'] : undefined;
  const words = (Array.isArray(segments) ? segments.filter(isFields) : []).flatMap(({ words }) =>
    Array.isArray(words) ? words.filter(isFields) : [],
  );
  return new Set(words.map(({ id }) => id));
}
