import type { Asset } from 'rushes';
import type { Outcome } from './followJobs.js';

/** What is shown where there is nothing. */
export const NONE = '–';

/** A column of the table of outcomes. */
export interface Column {
  readonly head: string;
  readonly cell: (outcome: Outcome) => string;
  readonly isNumber?: boolean;
  /** Whether it has the color of the phase. */
  readonly isColored?: boolean;
}

/** All columns but that of the assets. */
export const COLUMNS: readonly Column[] = [
  { head: 'vendor', cell: ({ job }) => job.vendor },
  { head: 'id', cell: ({ state }) => shortId(state.ref?.id) },
  { head: 'phase', cell: ({ state }) => state.phase, isColored: true },
  { head: 'requests', cell: ({ job, state }) => `${job.requests(state.ref?.id)}`, isNumber: true },
  { head: 'seen after', cell: seenAfter, isNumber: true },
  { head: 'credits', cell: ({ state }) => `${state.snapshot?.credits ?? NONE}`, isNumber: true },
];

/** Where the job's file is. Without the query: that is often a signature, and so a secret. */
export function assetText({ state }: Outcome): string {
  const [first, ...others]: readonly Asset[] = state.snapshot?.assets ?? [];
  if (first === undefined || !URL.canParse(first.url)) return NONE;
  const { host, pathname } = new URL(first.url);
  return `${host}${pathname}${others.length === 0 ? '' : ` +${others.length}`}`;
}

/** How long after the vendor was done we saw that it was. */
function seenAfter({ job, state: { ref, snapshot } }: Outcome): string {
  const finishedAt = ref === undefined ? undefined : job.finishedAt?.(ref.id);
  if (finishedAt === undefined || snapshot === undefined) return NONE;
  return `${snapshot.observedAt - finishedAt} ms`;
}

/** The beginning of an id: of a UUID its first group, of others some letters. */
function shortId(id = NONE): string {
  return id.length <= 12 ? id : `${id.split('-', 1).join('').slice(0, 11)}…`;
}
