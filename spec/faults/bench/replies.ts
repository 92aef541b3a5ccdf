import type { VendorName } from 'rushes/testing';
import { ID } from '../../engine/bodies.js';
import type { Reply } from '../../engine/scriptedPort.js';
import { answer } from '../../engine/scriptedPort.js';
import { DESKS } from './desks.js';

type Fields = Readonly<Record<string, unknown>>;

/** A look at the job under the vendor's word, for a script. */
export const shows = (vendor: VendorName, word: string, more: Fields = {}): Reply =>
  answer(200, { ...DESKS[vendor].body(ID, word), ...more });

/** The job is done. */
export const done = (vendor: VendorName, more?: Fields): Reply =>
  shows(vendor, DESKS[vendor].words.done, more);

/** The job runs; a create answers the same. */
export const running = (vendor: VendorName, more?: Fields): Reply =>
  shows(vendor, DESKS[vendor].words.running, more);

/** A refusal that says no more than its status and headers. */
export const refused = (status: number, headers: Readonly<Record<string, string>> = {}): Reply =>
  answer(status, {}, { headers });
