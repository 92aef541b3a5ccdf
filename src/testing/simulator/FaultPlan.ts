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

interface Planned {
  readonly rule: FaultRule;
  seen: number;
  struck: number;
}

/** What is going to go wrong at one vendor. @since 0.1.0 */
export class FaultPlan {
  readonly #random: Random;
  #planned: Planned[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  /**
   * Adds a rule. Of several rules that strike a request the oldest wins; delays add up.
   *
   * @throws RangeError when a number is out of its range
   */
  add(rule: FaultRule): PlannedFault {
    checkRule(rule);
    const planned: Planned = { rule, seen: 0, struck: 0 };
    this.#planned.push(planned);
    return {
      get struck() {
        return planned.struck;
      },
      remove: () => {
        this.#planned = this.#planned.filter((other) => other !== planned);
      },
    };
  }

  /** What strikes this request: the time it is held up, in milliseconds, and what else goes wrong. */
  strike(
    route: Route | undefined,
    request: SimRequest,
  ): { delayMs: number; fault: Fault | undefined } {
    let delayMs = 0;
    let fault: Fault | undefined;
    for (const planned of this.#planned) {
      const struck = named(planned.rule.do);
      if (fault !== undefined && struck.name !== 'delay') continue;
      if (!this.#hits(planned, route, request)) continue;
      planned.struck += 1;
      if (struck.name === 'delay') delayMs += struck.ms;
      else fault = struck;
    }
    return { delayMs, fault };
  }

  #hits(planned: Planned, route: Route | undefined, request: SimRequest): boolean {
    const { rule } = planned;
    if (!aims(rule, route, request)) return false;
    planned.seen += 1;
    if (planned.seen < (rule.nth ?? 1)) return false;
    if (planned.struck >= (rule.times ?? (rule.rate === undefined ? 1 : Infinity))) return false;
    return rule.rate === undefined || this.#random() < rule.rate;
  }
}

function named(fault: Fault | FaultName): Fault {
  return typeof fault === 'string' ? { name: fault } : fault;
}

function aims(rule: FaultRule, route: Route | undefined, request: SimRequest): boolean {
  if (rule.job !== undefined && !request.path.split('/').includes(rule.job)) return false;
  const on = rule.on ?? 'any';
  if (on === 'any') return route?.role !== 'media';
  return route !== undefined && (on === route.role || on === `${route.method} ${route.path}`);
}

function checkRule(rule: FaultRule): void {
  const { times = 1, nth = 1, rate = 1 } = rule;
  if (!(times >= 1)) throw new RangeError(`times must be 1 or more, not ${times}`);
  if (!(nth >= 1)) throw new RangeError(`nth must be 1 or more, not ${nth}`);
  if (!(rate >= 0 && rate <= 1)) throw new RangeError(`rate must be from 0 to 1, not ${rate}`);
}
