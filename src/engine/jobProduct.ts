import type { JobRef } from '../model/JobRef.js';
import { isTerminal } from '../model/JobSnapshot.js';
import type { AnyKind } from './AnyKind.js';
import type { Engine } from './Engine.js';
import type { Product } from './Purchase.js';
import type { Purchased } from './Purchased.js';
import { readCreated } from './readCreated.js';

/** Of a create or a verb, what its product depends on. @since 0.1.0 */
export interface JobOrder {
  readonly kind: AnyKind;
  readonly operation: string;
  /** The job that a verb goes on with; absent where a job is made. */
  readonly ref: JobRef | undefined;
  readonly idempotencyKey: string | undefined;
  readonly goesOn: boolean;
  /** `false` for verbs that cost nothing: none of them makes a job begin anew. */
  readonly paid: boolean;
}

/** Begins the loop of a job that was just made; a job that two creates made is told of. */
function adopt(engine: Engine, order: JobOrder, { ref, snapshot }: Purchased): void {
  const { kind, operation, idempotencyKey, goesOn } = order;
  const loop = engine.loops.obtain(kind, ref);
  if (snapshot === undefined) return;
  const { diagnose, vendor } = engine.environment;
  const tell = (message: string): void =>
    diagnose({ type: 'anomaly', provider: vendor.provider, operation, ref, message });
  const { last } = loop;
  const endsAgain = last !== undefined && isTerminal(last) && isTerminal(snapshot);
  // What a cancel says of a job that was seen to end meanwhile.
  if (!order.paid && endsAgain && last.phase !== snapshot.phase) {
    return tell(`the job was ${last.phase}, not ${snapshot.phase}; it stays ${last.phase}`);
  }
  if (order.ref !== undefined || loop.last === undefined) return loop.adopt(snapshot, goesOn);
  if (idempotencyKey === undefined) tell('two creates were answered with the same id');
}

/** A job as what a paid call makes or goes on with. @since 0.1.0 */
export function jobProduct(engine: Engine, order: JobOrder): Product<Purchased> {
  const { kind, operation, ref, goesOn } = order;
  return {
    read: (response, submittedAt) =>
      readCreated(engine.environment, kind, response, { operation, ref, submittedAt, goesOn }),
    job: {
      madeBefore: (made) => ({ ref: made }),
      refOf: (made) => made.ref,
      onMade: (made) => adopt(engine, order, made),
    },
  };
}
