import type { ById } from '../contract/ById.js';
import type { VendorCall } from '../contract/VendorCall.js';
import { call } from '../engine/call.js';
import type { Engine } from '../engine/Engine.js';
import { absentIsDone } from './absentIsDone.js';
import type { Answered } from './Answered.js';

/** A call about one thing, by its id. @since 0.1.0 */
export const askingById =
  <Answer>(engine: Engine, vendorCall: VendorCall<ById, Answer>) =>
  (id: string): Answered<Answer> =>
    call(engine, vendorCall, { id });

/** Takes one thing away, by its id; what is not there counts as taken away. @since 0.1.0 */
export const removingById =
  (engine: Engine, vendorCall: VendorCall<ById, void>) =>
  (id: string): Answered<void> =>
    call(engine, vendorCall, { id }).pipe(absentIsDone<void>(undefined));
