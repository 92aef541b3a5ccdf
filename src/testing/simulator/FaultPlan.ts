import type { Fault, FaultName } from './Fault.js';
import type { Route, RouteRole } from './Route.js';
import type { Random } from './seededRandom.js';
import type { SimRequest } from './SimRequest.js';

/**
 * Which requests are struck, and by what.
 *
 * @since 0.1.0
 */
export interface FaultRule {
  /**
   * The kind of operation, `any` for all but the files, or one route as `'GET /api/aurora/:id/'`.
   *
   * @defaultValue `'any'`
   */
  readonly on?: RouteRole | 'any' | `${string} ${string}`;
  /** What goes wrong; a name alone where the fault needs nothing else. */
  readonly do: Fault | FaultName;
  /** Only requests whose path names this job. */
  readonly job?: string;
  /** How many requests are struck, `>= 1`. @defaultValue 1; endless when there is a `rate` */
  readonly times?: number;
  /** Only the nth request that the rule is for, counted from 1, and those after it while `times` lasts. */
  readonly nth?: number;
  /** The share of requests that are struck, by the seed, `[0, 1]`. @defaultValue `1` */
  readonly rate?: number;
}

/** A rule at work. @since 0.1.0 */
export interface PlannedFault {
  /** How many requests were struck so far. */
  readonly struck: number;
  /** Ends the rule. */
  remove(): void;
}

/** What strikes one request. @since 0.1.0 */
export interface Strike {
  /** How long the answer is held up, in milliseconds. */
  readonly delayMs: number;
  /** What else goes wrong. */
  readonly fault: Fault | undefined;
}

/** What is going to go wrong at one vendor. @since 0.1.0 */
export class FaultPlan {
  readonly #random: Random;
  #planned: readonly Planned[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  /**
   * Adds a rule. Of several rules that strike a request the oldest wins; delays add up.
   *
   * @throws RangeError when a number is out of its range
   */
  add(rule: FaultRule): PlannedFault {
    const planned = new Planned(rule, this.#random, () => {
      this.#planned = this.#planned.filter((other) => other !== planned);
    });
    this.#planned = [...this.#planned, planned];
    return planned;
  }

  /** What strikes this request. */
  strike(route: Route | undefined, request: SimRequest): Strike {
    let delayMs = 0;
    let fault: Fault | undefined;
    for (const planned of this.#planned) {
      const candidate = planned.fault;
      if (fault !== undefined && candidate.name !== 'delay') continue;
      if (!planned.hits(route, request)) continue;
      if (candidate.name === 'delay') delayMs += candidate.ms;
      else fault = candidate;
    }
    return { delayMs, fault };
  }
}

class Planned implements PlannedFault {
  readonly fault: Fault;
  readonly remove: () => void;
  readonly #rule: FaultRule;
  readonly #random: Random;
  #seen = 0;
  #struck = 0;

  constructor(rule: FaultRule, random: Random, remove: () => void) {
    checkRule(rule);
    this.fault = typeof rule.do === 'string' ? { name: rule.do } : rule.do;
    this.remove = remove;
    this.#rule = rule;
    this.#random = random;
  }

  get struck(): number {
    return this.#struck;
  }

  hits(route: Route | undefined, request: SimRequest): boolean {
    const { nth = 1, rate, times = rate === undefined ? 1 : Infinity } = this.#rule;
    if (!aims(this.#rule, route, request)) return false;
    this.#seen += 1;
    if (this.#seen < nth || this.#struck >= times) return false;
    if (rate !== undefined && this.#random() >= rate) return false;
    this.#struck += 1;
    return true;
  }
}

function aims(rule: FaultRule, route: Route | undefined, request: SimRequest): boolean {
  if (rule.job !== undefined && !request.path.split('/').includes(rule.job)) return false;
  const on = rule.on ?? 'any';
  if (on === 'any') return route?.role !== 'media';
  return route !== undefined && (on === route.role || on === `${route.method} ${route.path}`);
}

const TARGET = /^(?:any|create|get|list|verb|delete|media|other|[A-Z]+ \/.*)$/;

/** Every fault, and the fields that it cannot do without. */
const NEEDS: Readonly<Record<Fault['name'], readonly string[]>> = {
  status: ['status'],
  delay: ['ms'],
  'reset-before-commit': [],
  'reset-after-commit': [],
  'cut-body': [],
  html: [],
  'not-json': [],
  'empty-body': [],
  redirect: ['location'],
  'unknown-word': [],
  'lying-progress': [],
  'falling-progress': [],
  'forgotten-job': [],
  hang: [],
  garbage: [],
  trickle: ['everyMs'],
  'content-type': [],
  'oversized-body': [],
};

/** A misspelt rule would never strike, and a test that counts on it could not fail. */
function checkWords({ on = 'any', do: what }: Partial<FaultRule>): void {
  if (!TARGET.test(on)) throw new RangeError(`no requests are called "${on}"`);
  const fault = typeof what === 'string' ? { name: what } : what;
  if (fault === undefined || !Object.hasOwn(NEEDS, fault.name)) {
    throw new RangeError(`there is no fault called "${String(fault?.name)}"`);
  }
  const missing = NEEDS[fault.name].find((field) => !(field in fault));
  if (missing === undefined) return;
  throw new RangeError(`the fault "${fault.name}" needs "${missing}"`);
}

function checkRule(rule: FaultRule): void {
  const { times = 1, nth = 1, rate = 1 } = rule;
  checkWords(rule);
  const fault = typeof rule.do === 'string' ? undefined : rule.do;
  if (!(times >= 1)) throw new RangeError(`times must be 1 or more, not ${times}`);
  if (!(nth >= 1)) throw new RangeError(`nth must be 1 or more, not ${nth}`);
  if (!(rate >= 0 && rate <= 1)) throw new RangeError(`rate must be from 0 to 1, not ${rate}`);
  if (fault !== undefined && 'status' in fault && fault.status !== undefined) {
    checkStatus(fault.status);
  }
}

function checkStatus(status: number): void {
  if (Number.isInteger(status) && status >= 200 && status <= 599) return;
  throw new RangeError(`status must be an integer from 200 to 599, not ${status}`);
}
