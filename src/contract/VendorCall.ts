import type { InputIssue } from '../errors/InputIssue.js';
import type { Decoder } from './Decoder.js';
import type { HttpResponse } from './HttpPort.js';
import type { HttpRequest } from './HttpRequest.js';
import type { Idempotency, VendorFault } from './JobKind.js';
import type { Bucket } from './Limiter.js';

/**
 * A vendor's call that makes no job, as data: a list of voices, a balance, the address for an upload.
 *
 * @typeParam Input - what the call takes, in the vendor's own field names; `void` for nothing
 * @typeParam Answer - what it gives
 * @since 0.1.0
 */
export interface VendorCall<Input, Answer> {
  /** The method, for errors: `voices.list`. */
  readonly name: string;
  /** Rules of the input; an empty list means that it is good. Never throws. */
  readonly check?: (input: Input) => readonly InputIssue[];
  /** The request; called only with an input that `check` found good. */
  readonly request: (input: Input) => HttpRequest;
  /** Reads the parsed answer: `null` where the body is empty. */
  readonly answer: Decoder<Answer>;
  /**
   * What of the answer is read: `status` takes any 2xx and gives `null`, whatever its body; `location`
   * takes a redirect and gives the URL that it points to, which is not followed.
   *
   * @defaultValue `'body'`
   */
  readonly reads?: 'body' | 'status' | 'location';
  /** Reads an error answer in any shape that the vendor is known to use; never throws. */
  readonly errorOf: (response: HttpResponse) => VendorFault;
  readonly bucket?: Bucket;
  /** It costs, or makes something anew each time: sent at most once a call, and its outcome is kept. */
  readonly once?: boolean;
  /** Where such a call that is repeated is recognized by the vendor. */
  readonly idempotency?: Idempotency;
}

/** Where the bytes of a file go, without any key. @since 0.1.0 */
export interface UploadTarget {
  /** An absolute URL, signed by the vendor. */
  readonly url: string;
  /** Headers that the signature asks for. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A vendor's way to take a file: a call that gives an address, then the bytes go there.
 *
 * @typeParam Input - what the first call is told of the file
 * @typeParam Answer - what it answers
 * @typeParam Uploaded - what names the file from then on
 * @since 0.1.0
 */
export interface VendorUpload<Input, Answer, Uploaded> {
  readonly call: VendorCall<Input, Answer>;
  /** Where the bytes go; they are sent with `PUT`. */
  readonly target: (answer: Answer, input: Input) => UploadTarget;
  /** What names the file from then on. */
  readonly uploaded: (answer: Answer) => Uploaded;
}
