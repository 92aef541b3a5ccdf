import type { UploadTarget, VendorCall } from '../contract/VendorCall.js';

/**
 * A call that makes no job, as `defineCall` takes it: a {@link VendorCall} whose name is its
 * place in the client.
 *
 * @typeParam Input - what the call takes; `unknown` for nothing
 * @typeParam Answer - what it gives
 * @since 0.1.0
 */
export interface CallDefinition<Input, Answer> extends Omit<
  VendorCall<Input, Answer>,
  'errorOf' | 'name'
> {
  /** @defaultValue looks for `message`, `detail`, `error` and `code`, or the text of a page */
  readonly errorOf?: VendorCall<Input, Answer>['errorOf'];
}

/**
 * A way to bring a file to the vendor, as `defineUpload` takes it: a call that gives an address,
 * and what follows from its answer.
 *
 * @typeParam Input - what the call is told of the file; `unknown` for nothing
 * @typeParam Answer - what it answers
 * @typeParam Uploaded - what names the file from then on
 * @since 0.1.0
 */
export interface UploadDefinition<Input, Answer, Uploaded> extends CallDefinition<Input, Answer> {
  /** Where the bytes go; they are sent with `PUT`, without a key. */
  readonly target: (answer: Answer, input: Input) => UploadTarget;
  /** What names the file from then on. */
  readonly uploaded: (answer: Answer) => Uploaded;
}

/** A defined call or upload of unknown types. @since 0.1.0 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer is both produced and consumed by the same definition
export type AnyCall = CallDefinition<any, any>;

/** A defined upload of unknown types. @since 0.1.0 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer is both produced and consumed by the same definition
export type AnyUpload = UploadDefinition<any, any, any>;

/** Calls by the names of their methods. @since 0.1.0 */
export type CallTable = Readonly<Record<string, AnyCall>>;
