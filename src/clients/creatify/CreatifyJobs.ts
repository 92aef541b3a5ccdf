import type { JobKind, KindList } from '../../contract/JobKind.js';
import type { Engine } from '../../engine/Engine.js';
import type { CreatifyQuery } from '../../providers/creatify/jobLists.js';
import type { CreateMethods, ListMethods, WatchMethods } from '../families.js';
import { creating, listing, watching } from '../families.js';

/**
 * A family of Creatify's jobs that is listed: made, followed and found again.
 *
 * @typeParam Query - what its list takes
 * @since 0.1.0
 */
export interface CreatifyJobs<Input, Output, Preview = unknown, Query = CreatifyQuery>
  extends
    CreateMethods<Input, Output, Preview>,
    WatchMethods<Output, Preview>,
    ListMethods<Output, Query, Preview> {}

/** `run`, `submit`, `watch`, `get` and `refresh` of a kind, under its own name. @since 0.1.0 */
export const unlistedJobs = <Input, Body, Output, Preview>(
  engine: Engine,
  kind: JobKind<Input, Body, Output, Preview>,
): CreateMethods<Input, Output, Preview> & WatchMethods<Output, Preview> => ({
  ...creating(engine, kind.kind, kind),
  ...watching(engine, kind.kind, kind),
});

/** The same with `list`. @since 0.1.0 */
export const creatifyJobs = <Input, Body, Output, Preview, Query extends object>(
  engine: Engine,
  kind: JobKind<Input, Body, Output, Preview>,
  paging: KindList<Query>,
): CreatifyJobs<Input, Output, Preview, Query> => ({
  ...unlistedJobs(engine, kind),
  ...listing(engine, kind.kind, kind, paging),
});
