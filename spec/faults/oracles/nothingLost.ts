import { isJobError } from 'rushes';
import type { JobError, JobRef } from 'rushes';
import type { Evidence } from '../bench/Evidence.js';
import type { Oracle } from './Oracle.js';
import { records } from './records.js';

const refsIn = (error: JobError): readonly JobRef[] => [
  ...(error.ref === undefined ? [] : [error.ref]),
  ...(isJobError(error, 'SubmissionUnknown') ? error.candidates : []),
];

const idsTold = ({ seen, thrown }: Evidence): readonly string[] => {
  const values = seen.flatMap((one) => one.values) as readonly {
    readonly ref?: JobRef;
    readonly id?: string;
  }[];
  const errors = [...seen.flatMap((one) => one.errors), ...thrown.filter((e) => isJobError(e))];
  return [
    ...values.flatMap(({ ref, id }) => [ref?.id ?? id ?? '']),
    ...errors.flatMap(refsIn).map(({ id }) => id),
  ];
};

/**
 * O2: every id that the vendor gave is in a result, an error or a store. An id that never arrived is
 * covered by an intent whose outcome the store calls unclear, one for each.
 */
export const nothingLost: Oracle = async (evidence) => {
  const stored = await records(evidence.stores);
  const known = new Set([
    ...idsTold(evidence),
    ...stored.flatMap((record) =>
      record.type === 'durations' || record.ref === undefined ? [] : [record.ref.id],
    ),
  ]);
  const doubtful = stored.filter(
    (record) =>
      record.type === 'intent' && (record.state === 'unknown' || record.state === 'pending'),
  ).length;
  const lost = evidence.truths.flatMap(({ minted }) => minted).filter((id) => !known.has(id));
  return lost.slice(doubtful).map((id) => `${id} was made, and nobody knows of it`);
};
