import fc from 'fast-check';
import type { JobRecord, SubmissionIntent } from 'rushes';
import { decodeRecord } from '../../src/stores/decodeRecord.js';

const ref = { v: 1, provider: 'acme', kind: 'videos', id: '42' } as const;
const job: JobRecord = { v: 1, type: 'job', ref, phase: 'queued', updatedAt: 0 };
const intent: SubmissionIntent = {
  v: 1,
  type: 'intent',
  intentId: 'i-1',
  provider: 'acme',
  kind: 'videos',
  operation: 'videos.run',
  account: 'one',
  idempotencyKey: 'k',
  inputHash: 'h',
  marks: { name: 'm' },
  on: ref,
  createdAt: 1,
  sentAt: 2,
  state: 'created',
  ref,
  candidates: [ref],
};
const FULL = { ...job, listed: true };

/** Through JSON, as a store reads it. */
const read = (value: unknown): unknown => decodeRecord(JSON.parse(JSON.stringify(value)));

describe('decodeRecord', () => {
  it.each([job, FULL, intent])('gives back what was written: %j', (record) => {
    expect(read(record)).toEqual(record);
  });

  it.each(['account', 'idempotencyKey', 'marks', 'on', 'sentAt', 'ref', 'candidates'])(
    'needs no %s in an intent',
    (name) => {
      expect(read({ ...intent, [name]: undefined })).toBeDefined();
    },
  );

  it.each([
    'v',
    'type',
    'intentId',
    'provider',
    'kind',
    'operation',
    'inputHash',
    'createdAt',
    'state',
  ])('needs a %s in an intent', (name) => {
    expect(read({ ...intent, [name]: undefined })).toBeUndefined();
  });

  it.each(['v', 'type', 'ref', 'phase', 'updatedAt'])('needs a %s in a job', (name) => {
    expect(read({ ...job, [name]: undefined })).toBeUndefined();
  });

  const FIELDS = [FULL, intent].flatMap((record) =>
    Object.entries(record).map(([name, value]) => ({ name, value: value as unknown, record })),
  );
  it.each(FIELDS)('refuses a $name of another type in $record.type', ({ name, value, record }) => {
    for (const wrong of [null, {}, [null], -0.5, 'constructor', false]) {
      const isSame = typeof wrong === typeof value && typeof wrong !== 'object';
      if (isSame || (name === 'marks' && JSON.stringify(wrong) === '{}')) continue;
      expect(read({ ...record, [name]: wrong })).toBeUndefined();
    }
  });

  it('keeps fields that it does not know, deeply frozen', () => {
    const record = read({ ...job, later: { than: ['this'] } }) as { later: { than: unknown } };
    expect(record).toEqual({ ...job, later: { than: ['this'] } });
    expect(Object.isFrozen(record.later.than)).toBe(true);
  });

  it('takes whatever JSON there is without throwing, and finds no record in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(decodeRecord(json)).toBeUndefined();
      }),
    );
  });
});
