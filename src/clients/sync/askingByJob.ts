import { isLeft } from '#fp-ts/Either';
import type { VendorCall } from '../../contract/VendorCall.js';
import { call } from '../../engine/call.js';
import type { Engine } from '../../engine/Engine.js';
import { jobRefOf } from '../../engine/jobRefOf.js';
import { refuse } from '../../engine/refuse.js';
import type { JobRef } from '../../model/JobRef.js';
import type { Answered } from '../Answered.js';

/** A call about one job, by its reference or its id. @since 0.1.0 */
export const askingByJob =
  <Answer>(engine: Engine, kind: string, vendorCall: VendorCall<string, Answer>) =>
  (job: JobRef | string): Answered<Answer> => {
    const ref = jobRefOf(engine.environment, kind, job);
    return isLeft(ref)
      ? refuse(engine.environment, vendorCall.name, ref.left)
      : call(engine, vendorCall, ref.right.id);
  };
