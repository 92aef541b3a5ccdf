import type { Call } from './Call.js';
import type { JobBook, JobRules } from './JobBook.js';
import type { Route } from './Route.js';
import type { SimRequest } from './SimRequest.js';
import type { SimResponse } from './SimResponse.js';
import type { BucketReading, BucketSpec } from './TokenBucket.js';
import type { World } from './World.js';

/** What a protocol is given to work with. @since 0.1.0 */
export interface ProtocolTools {
  readonly world: World;
  readonly book: JobBook;
  /** Where the vendor is reached: origin and prefix, without a slash at the end. */
  readonly baseUrl: () => string;
}

/** The rate limits of a vendor. @since 0.1.0 */
export interface ProtocolLimits {
  readonly buckets: Readonly<Record<string, BucketSpec>>;
  readonly refuse: (reading: BucketReading) => SimResponse;
  /** The headers that tell about a bucket on every answer. */
  readonly headers?: (reading: BucketReading) => Readonly<Record<string, string>>;
}

/** How one vendor speaks: pure functions over its jobs. @since 0.1.0 */
export interface Protocol {
  readonly routes: readonly Route[];
  /** The key that a request shows, or the refusal of one that shows none. */
  readonly accountOf: (request: SimRequest) => string | SimResponse;
  /** What a path or method that does not exist gives. */
  readonly unknownRoute: (request: SimRequest) => SimResponse;
  /** An error of that status in the vendor's own shape. */
  readonly error: (status: number) => SimResponse;
  /** What a look at a job that is not there gives. */
  readonly forgotten: () => SimResponse;
  /** Puts on an answer what every answer of the vendor bears. */
  readonly dress?: (response: SimResponse, request: SimRequest) => SimResponse;
  /** The field that reports progress, and what it says at the end. */
  readonly progress?: { readonly field: string; readonly full: number };
  readonly limits?: ProtocolLimits;
}

/** A vendor as data: the rules of its jobs, and how it speaks of them. @since 0.1.0 */
export interface ProtocolDefinition {
  readonly rules: (world: World) => JobRules;
  readonly speak: (tools: ProtocolTools) => Protocol;
}

/** The bucket that a call draws from, if any. @since 0.1.0 */
export function bucketOf(route: Route, call: Call): string | undefined {
  return typeof route.bucket === 'function' ? route.bucket(call) : route.bucket;
}
