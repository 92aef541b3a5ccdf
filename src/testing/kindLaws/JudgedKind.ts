import type { HttpResponse } from '../../contract/HttpPort.js';
import type { HttpRequest } from '../../contract/HttpRequest.js';
import type { JobKind, KindBuckets, KindList, VendorFault } from '../../contract/JobKind.js';
import type { Bucket } from '../../contract/Limiter.js';
import type { InputIssue } from '../../errors/InputIssue.js';

/** A verb as laws judge it. @since 0.1.0 */
export interface JudgedVerb {
  /** Rules of the input; an empty list means that it is good. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each verb takes an input of its own
  readonly check?: (input: any) => readonly InputIssue[];
  /** The request for a job. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each verb takes an input of its own
  readonly request: (id: string, input: any) => HttpRequest;
  readonly bucket?: Bucket;
}

/**
 * A sort of job as laws judge it: a `JobKind`, or what `defineJob` gives, which leaves out what its
 * place in a client tells.
 *
 * @since 0.1.0
 */
export interface JudgedKind<Input, Body, Output, Preview = unknown> extends Omit<
  JobKind<Input, Body, Output, Preview>,
  'buckets' | 'errorOf' | 'kind' | 'provider'
> {
  /** As in `JobRef.provider`. @defaultValue the vendor's */
  readonly provider?: string;
  /** As in `JobRef.kind`. @defaultValue the family's name */
  readonly kind?: string;
  /** @defaultValue no limit is known */
  readonly buckets?: KindBuckets;
  /** @defaultValue `plainErrorOf` */
  readonly errorOf?: (response: HttpResponse) => VendorFault;
  /** How it is listed. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each list takes a query of its own
  readonly list?: KindList<any>;
  /** Its verbs by their names. */
  readonly verbs?: Readonly<Record<string, JudgedVerb>>;
}

/** A judged kind of unknown types. @since 0.1.0 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- bodies are both produced and consumed by the same kind
export type AnyJudgedKind = JudgedKind<any, any, any, any>;
