import type { VendorCall } from '../../contract/VendorCall.js';
import { call } from '../../engine/call.js';
import type { Engine } from '../../engine/Engine.js';
import type { Answered } from '../Answered.js';

/** A call that narrows what it finds, or finds all. @since 0.1.0 */
export const finding =
  <Query extends object, Answer>(engine: Engine, vendorCall: VendorCall<Query, Answer>) =>
  (query: Query = {} as Query): Answered<Answer> =>
    call(engine, vendorCall, query);
