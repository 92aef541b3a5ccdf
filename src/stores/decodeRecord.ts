import { isLeft } from '#fp-ts/Either';
import { decodeRef } from '../contract/decodeRef.js';
import type { StoreRecord, SubmissionIntent } from '../contract/JobStore.js';
import { deepFreeze } from '../model/deepFreeze.js';
import { isPhase } from '../model/isPhase.js';

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const STATES: Readonly<Record<SubmissionIntent['state'], true>> = {
  pending: true,
  created: true,
  'not-sent': true,
  rejected: true,
  unknown: true,
};

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText: Check = (value) => typeof value === 'string';
const isTime: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isRef: Check = (value) => !isLeft(decodeRef(value));
const isState: Check = (value) => typeof value === 'string' && Object.hasOwn(STATES, value);
const isMarks: Check = (value) => isFields(value) && Object.values(value).every(isText);
const isDuration: Check = (value) =>
  isFields(value) && isTime(value['afterMs']) && isTime(value['byMs']);
const isDurations: Check = (value) => Array.isArray(value) && value.every(isDuration);
const isRefs: Check = (value) => Array.isArray(value) && value.every(isRef);
const orAbsent =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

/** What each kind of record must have; fields that are not named here are kept as they are. */
const CHECKS: Readonly<Record<StoreRecord['type'], Readonly<Record<string, Check>>>> = {
  intent: {
    intentId: isText,
    provider: isText,
    kind: isText,
    operation: isText,
    account: orAbsent(isText),
    idempotencyKey: orAbsent(isText),
    inputHash: isText,
    marks: orAbsent(isMarks),
    on: orAbsent(isRef),
    createdAt: isTime,
    sentAt: orAbsent(isTime),
    state: isState,
    ref: orAbsent(isRef),
    candidates: orAbsent(isRefs),
  },
  job: {
    ref: isRef,
    phase: isPhase,
    updatedAt: isTime,
    listed: (value) => value === undefined || value === true,
  },
  durations: {
    provider: isText,
    kind: isText,
    ended: isDurations,
    updatedAt: isTime,
  },
};

const RULES = {
  intent: Object.entries(CHECKS.intent),
  job: Object.entries(CHECKS.job),
  durations: Object.entries(CHECKS.durations),
};

const isType = (value: unknown): value is StoreRecord['type'] =>
  value === 'intent' || value === 'job' || value === 'durations';

/**
 * Whether a value has the shape of a record of this version; fields that are not known are no objection.
 *
 * @param json - what `JSON.parse` gave
 * @since 0.1.0
 */
export const isRecord = (json: unknown): json is StoreRecord =>
  isFields(json) &&
  json['v'] === 1 &&
  isType(json['type']) &&
  RULES[json['type']].every(([name, check]) => check(json[name]));

/**
 * Checks the shape of a record that was read back, since anybody may have written to where it lay.
 *
 * @param json - what `JSON.parse` gave
 * @returns the record, frozen, with the fields that are not known; `undefined` where it is none
 * @since 0.1.0
 */
export const decodeRecord = (json: unknown): StoreRecord | undefined =>
  isRecord(json) ? deepFreeze(json) : undefined;
