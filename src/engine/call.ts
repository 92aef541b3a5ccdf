import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft, left, right } from '#fp-ts/Either';
import { catchError, map, of } from 'rxjs';
import type { Observable } from 'rxjs';
import type { HttpResponse } from '../contract/HttpPort.js';
import type { CallOptions } from '../contract/JobOptions.js';
import type { VendorCall } from '../contract/VendorCall.js';
import type { JobError } from '../errors/JobError.js';
import { AttemptFailure } from './AttemptFailure.js';
import type { Engine } from './Engine.js';
import type { Environment } from './Environment.js';
import type { Exchange } from './Exchange.js';
import { following } from './following.js';
import { once } from './once.js';
import { outcomeOf } from './outcomeOf.js';
import { PaidCall } from './PaidCall.js';
import type { Product, Purchase } from './Purchase.js';
import type { ReadFacts } from './readBody.js';
import { readAnswer, readJson, wrongShape } from './readBody.js';
import type { RunningOptions } from './readOptions.js';
import { readRunOptions } from './readOptions.js';
import { issuesOf, refuse } from './refuse.js';
import { send } from './send.js';
import { whileOpen } from './whileOpen.js';
import type { WrittenBody } from './writtenBody.js';
import { writtenBody } from './writtenBody.js';

function answerOf<Answer>(
  { answer, reads = 'body' }: VendorCall<never, Answer>,
  response: HttpResponse,
  who: ReadFacts,
): Either<JobError, Answer> {
  const { location } = response.headers;
  const short = { status: null, location: location ?? null };
  const read = reads === 'body' ? readAnswer(response, who) : right(short[reads]);
  if (isLeft(read)) return read;
  const decoded = answer.decode(read.right);
  if (!isLeft(decoded)) return decoded;
  // Where nothing is no answer, it got lost on the way, as behind a gateway's page.
  const lost = reads === 'body' && read.right === null ? readJson(response, who) : undefined;
  return lost !== undefined && isLeft(lost) ? lost : left(wrongShape(who, decoded.left));
}

const isRedirect = (status = 0): boolean => status >= 300 && status < 400 && status !== 304;

/** Sends the request; where it is the redirect that is wanted, one is an answer like another. */
function answered(
  environment: Environment,
  what: Exchange,
  { reads }: VendorCall<never, unknown>,
): Observable<HttpResponse> {
  const sent = send(environment, what);
  if (reads !== 'location') return sent;
  return sent.pipe(
    catchError((failure: unknown) => {
      const response = failure instanceof AttemptFailure ? failure.response : undefined;
      if (response === undefined || !isRedirect(response.status)) throw failure;
      return of(response);
    }),
  );
}

interface Called<Answer> {
  readonly call: VendorCall<never, Answer>;
  readonly written: Pick<Purchase, 'request'> & { readonly body: WrittenBody };
  readonly who: ReadFacts;
}

/** A call that may be repeated: asked for at each subscription, and again after transient failures. */
function repeatable<Answer>(engine: Engine, { call, written, who }: Called<Answer>) {
  const { environment } = engine;
  const { bucket, errorOf } = call;
  const { request, body } = written;
  const operation = call.name;
  const what = {
    request,
    body: body.content,
    operation,
    bucket,
    priority: 'call',
    errorOf,
  } as const;
  return whileOpen(engine, operation, () =>
    once(
      environment,
      what,
      answered(environment, what, call).pipe(
        map((response) => {
          const read = answerOf(call, response, who);
          if (isLeft(read)) throw read.left;
          return read.right;
        }),
      ),
    ),
  );
}

/** A call that costs: sent at most once, whoever subscribes, and its outcome is kept. */
function paid<Answer>(
  engine: Engine,
  { call, written, who }: Called<Answer>,
  options: RunningOptions,
): Observable<Either<JobError, Answer>> {
  const { environment, hooks } = engine;
  const { bucket, errorOf, idempotency, name: operation } = call;
  const { whenLimited = 'wait' } = options;
  const purchase: Purchase = {
    kind: operation.split('.')[0] ?? operation,
    operation,
    ...written,
    bucket,
    idempotency,
    idempotencyKey: undefined,
    paid: true,
    whenLimited,
    ref: undefined,
    errorOf,
  };
  const product: Product<Answer> = {
    read: (response) => {
      const read = answerOf(call, response, who);
      return isLeft(read) ? left({ error: read.left, fault: {} }) : read;
    },
  };
  const paidCall = new PaidCall(environment, purchase, product, hooks);
  return outcomeOf(engine, paidCall, following(environment, operation, options, true));
}

/**
 * One of a vendor's calls that make no job: one value, a `Left` for failures.
 *
 * @since 0.1.0
 */
export function call<Input, Answer>(
  engine: Engine,
  vendorCall: VendorCall<Input, Answer>,
  input: Input,
  given?: CallOptions,
): Observable<Either<JobError, Answer>> {
  const { environment } = engine;
  const { check, name: operation, once: isPaid = false, request } = vendorCall;
  const outcome = isPaid ? 'not-sent' : undefined;
  const options = readRunOptions(given);
  const issues = [...issuesOf(check, input), ...(isLeft(options) ? options.left : [])];
  if (isLeft(options) || issues.length > 0) return refuse(environment, operation, issues, outcome);
  const written = writtenBody(() => request(input), options.right.extraBody);
  if (isLeft(written)) return refuse(environment, operation, written.left, outcome);
  const who = { provider: environment.vendor.provider, operation };
  const called: Called<Answer> = { call: vendorCall, written: written.right, who };
  return isPaid ? paid(engine, called, options.right) : repeatable(engine, called);
}
