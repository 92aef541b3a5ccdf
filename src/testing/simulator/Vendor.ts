import { mergeMap, NEVER, of, takeUntil, tap } from 'rxjs';
import type { Observable } from 'rxjs';
import { applyFault, commits } from './applyFault.js';
import type { Call, Hold } from './Call.js';
import type { Fault } from './Fault.js';
import { FaultPlan } from './FaultPlan.js';
import type { FaultRule, PlannedFault } from './FaultPlan.js';
import { JobBook } from './JobBook.js';
import type { JobScript } from './JobScript.js';
import { LimitGate } from './LimitGate.js';
import { bucketOf } from './Protocol.js';
import type { Protocol, ProtocolDefinition } from './Protocol.js';
import { RequestLog } from './RequestLog.js';
import type { LoggedRequest } from './RequestLog.js';
import { RouteTable } from './Route.js';
import type { RouteMatch } from './Route.js';
import type { SentAnswer, SimAnswer } from './SimAnswer.js';
import type { JobView } from './SimJob.js';
import type { SimRequest } from './SimRequest.js';
import type { SimResponse } from './SimResponse.js';
import type { World } from './World.js';

/** One vendor of a simulation, from a test's side. @since 0.1.0 */
export interface SimulatedVendor<Options> {
  /** What a client needs to reach it: spread it into `createCreatify` and its like. */
  readonly options: Options;
  /**
   * Says how the jobs to come go, one script a job, in order. A script that names a `kind` or a
   * `course` waits for one of those.
   *
   * @throws TypeError when the vendor has no word for what a script wants
   */
  nextJob(...scripts: readonly JobScript[]): void;
  /**
   * Makes a job at the vendor's side, without a request.
   *
   * @returns its id
   * @throws TypeError when there is no such kind
   */
  createJob(kind: string, script?: JobScript): string;
  /**
   * Plans a fault.
   *
   * @throws RangeError when a number of the rule is out of its range
   */
  fail(rule: FaultRule): PlannedFault;
  /** Every request that arrived, in order. */
  readonly requests: readonly LoggedRequest[];
  /** How many jobs were made by requests: what the vendor would charge for. */
  readonly creates: number;
  /** How many jobs of one kind were made by requests. */
  createsOf(kind: string): number;
  /** Every job, oldest first, as it is now. */
  readonly jobs: readonly JobView[];
}

/** The vendor's side of one vendor: takes requests, gives answers. @since 0.1.0 */
export class Vendor<Options> implements SimulatedVendor<Options> {
  readonly options: Options;
  readonly #name: string;
  readonly #world: World;
  readonly #protocol: Protocol;
  readonly #routes: RouteTable;
  readonly #gate: LimitGate;
  readonly #faults: FaultPlan;
  readonly #log = new RequestLog();
  readonly #book: JobBook;

  constructor(
    world: World,
    definition: ProtocolDefinition,
    baseUrl: () => string,
    options: Options,
  ) {
    const rules = definition.rules(world);
    this.options = options;
    this.#name = rules.vendor;
    this.#world = world;
    this.#book = new JobBook(world, rules);
    this.#faults = new FaultPlan(world.random(rules.vendor, 'faults'));
    this.#protocol = definition.speak({ world, book: this.#book, baseUrl });
    this.#routes = new RouteTable(this.#protocol.routes);
    this.#gate = new LimitGate(world, this.#protocol.limits);
  }

  nextJob(...scripts: readonly JobScript[]): void {
    this.#book.plan(scripts);
  }

  createJob(kind: string, script: JobScript = {}): string {
    return this.#book.add(kind, {}, 0, script).id;
  }

  fail(rule: FaultRule): PlannedFault {
    return this.#faults.add(rule);
  }

  get requests(): readonly LoggedRequest[] {
    return this.#log.entries;
  }

  get creates(): number {
    return this.#book.all.filter((job) => job.creates > 0).length;
  }

  createsOf(kind: string): number {
    return this.#book.all.filter((job) => job.kind === kind && job.creates > 0).length;
  }

  get jobs(): readonly JobView[] {
    return this.#book.all;
  }

  /**
   * Takes one request, now. The answer comes at once unless something holds it up; a hanging one
   * never comes. Closing the world ends it without an answer.
   */
  handle(request: SimRequest): Observable<SentAnswer> {
    const world = this.#world;
    const settle = this.#log.add(world.now(), request);
    return world
      .atOnce(() => this.#judge(request))
      .pipe(
        mergeMap((sent) => (sent.kind === 'hang' ? NEVER : of(sent))),
        tap((sent) => {
          const entry = settle('response' in sent ? sent.response.status : undefined);
          world.options.onAnswer?.(this.#name, entry);
        }),
        takeUntil(world.closed$),
      );
  }

  #judge(request: SimRequest): Observable<SimAnswer> {
    const world = this.#world;
    const match = this.#routes.match(request.method, request.path);
    const { delayMs: heldUpMs, fault } = this.#faults.strike(match?.route, request);
    const delayMs = (world.options.latencyMs ?? 0) + heldUpMs;
    const said = commits(fault) ? this.#answer(request, match, delayMs) : undefined;
    if (said !== undefined && 'untilMs' in said) {
      const show = () => world.atOnce(() => this.#spoil(fault, said.then(), request));
      return world.after(said.untilMs - world.now() + delayMs, show);
    }
    const answer = this.#spoil(fault, said, request);
    return world.after(delayMs, () => answer);
  }

  #answer(request: SimRequest, match: RouteMatch | undefined, delayMs: number): SimResponse | Hold {
    if (match === undefined) return this.#protocol.unknownRoute(request);
    const { route, params } = match;
    const account = route.open === true ? '' : this.#protocol.accountOf(request);
    if (typeof account !== 'string') return account;
    const call: Call = { request, params, account, delayMs };
    return this.#gate.pass(account, bucketOf(route, call), () => route.answer(call));
  }

  #spoil(
    fault: Fault | undefined,
    response: SimResponse | undefined,
    request: SimRequest,
  ): SimAnswer {
    const dress = (plain: SimResponse) => this.#protocol.dress?.(plain, request) ?? plain;
    const sound = response === undefined ? undefined : dress(response);
    if (fault === undefined) {
      return { kind: 'whole', response: sound ?? dress(this.#protocol.error(500)) };
    }
    const { error, forgotten, progress } = this.#protocol;
    return applyFault(fault, sound, {
      error: (status) => dress(error(status)),
      forgotten: () => dress(forgotten()),
      ...(progress === undefined ? {} : { progress }),
    });
  }
}
