import type { Clock } from '../contract/Clock.js';
import { Rejected } from '../errors/Rejected.js';
import type { DownloadPlan } from './DownloadPlan.js';
import type { DownloadProgress } from './DownloadProgress.js';
import { REFRESH_ADVICE } from './refusedAnswer.js';
import { retryTransfer } from './retryTransfer.js';
import { Transfer } from './Transfer.js';

/** Progress is told so often at most, in milliseconds. */
const TELL_EVERY_MS = 200;

function refuseExpired({ expiresAt, clock, facts }: DownloadPlan): void {
  if (expiresAt === undefined || expiresAt > clock.now()) return;
  throw new Rejected(`download: the URL has expired: ${REFRESH_ADVICE}`, facts);
}

function progressOf({ receivedBytes, totalBytes }: Transfer): DownloadProgress {
  const share = { totalBytes, progress: totalBytes && receivedBytes / totalBytes };
  return { done: false, receivedBytes, ...(totalBytes === undefined ? {} : share) };
}

/** Calls `work` at the first call, and then again when enough time has passed. */
function seldom(clock: Clock, work: () => void): () => void {
  let lastAt = -Infinity;
  return () => {
    const at = clock.monotonic();
    if (at - lastAt < TELL_EVERY_MS) return;
    lastAt = at;
    work();
  };
}

/**
 * Downloads once: every attempt, the name, and what has to be tidied up.
 *
 * @param tell - hears of progress, and at last that the file is there
 * @param signal - ends it; nothing is left behind then, or the whole file
 * @throws JobError
 * @since 0.1.0
 */
export async function runDownload(
  plan: DownloadPlan,
  tell: (progress: DownloadProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  // One turn later, so that unsubscribing in the same tick sends nothing.
  await Promise.resolve();
  if (signal.aborted) return;
  refuseExpired(plan);
  const transfer = new Transfer(plan);
  const onBytes = seldom(plan.clock, () => tell(progressOf(transfer)));
  try {
    await retryTransfer(plan, transfer, onBytes, signal);
    if (signal.aborted) return;
    const path = await transfer.publish();
    const { receivedBytes } = transfer;
    tell({ done: true, receivedBytes, totalBytes: receivedBytes, progress: 1, path });
  } finally {
    await transfer.discard();
  }
}
