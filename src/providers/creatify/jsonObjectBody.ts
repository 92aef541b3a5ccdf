import { UnknownRecord } from 'io-ts';

/** A part of an answer that is passed on as it came: any JSON object, such as a schema. @since 0.1.0 */
export const jsonObjectBody = UnknownRecord;

/** Any JSON object, such as a schema. @since 0.1.0 */
export type JsonObject = Readonly<Record<string, unknown>>;
