import { getAdapter } from 'axios';
import type { AxiosAdapter, AxiosInstance, AxiosResponse, InternalAxiosRequestConfig } from 'axios';
import type { PartialAnswer } from '../contract/HttpFault.js';
import type { ConnectionWatch } from './nodeAgents.js';
import { nodeAdapter } from './nodeAdapter.js';
import type { NodeBuiltins } from './nodeBuiltins.js';
import { mostBodyBytes, SAFE_SETTINGS } from './safeSettings.js';
import { verdictOf } from './verdictOf.js';
import type { ArrivingAnswer } from './wholeAnswer.js';

type AdapterChoice = NonNullable<AxiosInstance['defaults']['adapter']>;

/** axios' own adapters that can be kept from following redirects; XMLHttpRequest cannot. */
const SAFE_ADAPTERS: AdapterChoice = ['http', 'fetch'];

/** A list is axios' default, or a wish for some of its adapters; a single choice is the user's. */
function adapterOf(choice: AdapterChoice = SAFE_ADAPTERS): AdapterChoice {
  if (!Array.isArray(choice)) return choice;
  const safe = choice.filter((adapter) => adapter !== 'xhr');
  return safe.length > 0 ? safe : SAFE_ADAPTERS;
}

const isHttp = (adapter: unknown): boolean =>
  typeof adapter === 'string' && adapter.toLowerCase() === 'http';

/** What a {@link Trail} is told beforehand. @since 0.1.0 */
export interface TrailFacts {
  /** The adapter of the user's instance. */
  readonly adapter?: AdapterChoice | undefined;
  /** Whether the instance is ours: then no interceptor can have sent anything. */
  readonly isOwn: boolean;
  /** Node's own modules, where there are any. */
  readonly node?: NodeBuiltins | undefined;
  /** Tells of the connection, where the request has one of its own. */
  readonly watch?: ConnectionWatch | undefined;
}

/**
 * What one request did on its way.
 *
 * Its {@link Trail.adapter} stands between axios and the chosen adapter: interceptors can no longer
 * change anything there, and each attempt is seen, also those of an interceptor that tries again.
 *
 * @since 0.1.0
 */
export class Trail {
  readonly #facts: TrailFacts;
  readonly #adapter: AdapterChoice;
  readonly #isForeign: boolean;
  /** Node's own modules, where the request goes by them. */
  readonly #node: NodeBuiltins | undefined;
  #attempts = 0;
  #underWay = false;
  #left = false;
  #proxied = false;
  #answer: AxiosResponse | undefined;
  #arriving: ArrivingAnswer | undefined;

  constructor(facts: TrailFacts) {
    this.#facts = facts;
    this.#adapter = adapterOf(facts.adapter);
    const choices: readonly unknown[] = Array.isArray(this.#adapter)
      ? this.#adapter
      : [this.#adapter];
    this.#isForeign = choices.some((choice) => typeof choice !== 'string');
    this.#node = isHttp(choices[0]) ? facts.node : undefined;
  }

  /** The adapter to give to axios: the chosen one, with the settings that must hold. */
  readonly adapter: AxiosAdapter = async (config) => {
    const fetchOptions = { ...config.fetchOptions, ...SAFE_SETTINGS.fetchOptions };
    const maxBodyLength = mostBodyBytes(config.data);
    Object.assign(config, SAFE_SETTINGS, { fetchOptions, maxBodyLength });
    this.#proxied = Boolean(config.proxy);
    this.#answer = undefined;
    this.#attempts += 1;
    this.#underWay = true;
    try {
      this.#answer = await this.#carry(config);
      this.#left = true;
      return this.#answer;
    } catch (error) {
      this.#left ||= this.#mayHaveLeft(error);
      throw error;
    } finally {
      this.#underWay = false;
    }
  };

  /** What the adapter gave last, untouched by interceptors. */
  get answer(): AxiosResponse | undefined {
    return this.#answer;
  }

  /** What came of the last 2xx whose body did not come to its end, also of an earlier attempt. */
  get partial(): PartialAnswer | undefined {
    if (this.#answer !== undefined || this.#arriving === undefined) return undefined;
    return { status: this.#arriving.status, body: this.#arriving.beginning() };
  }

  /** Whether a proxy was asked for. */
  get proxied(): boolean {
    return this.#proxied;
  }

  /** `false` only when it is certain, now, that no byte of the request left. */
  get sent(): boolean {
    if (this.#attempts === 0) return !this.#facts.isOwn;
    return this.#left || (this.#underWay && this.#mayHaveLeft());
  }

  #carry(config: InternalAxiosRequestConfig): Promise<AxiosResponse> {
    if (this.#node === undefined) return getAdapter(this.#adapter, config)(config);
    return nodeAdapter(config, this.#node, (arriving) => {
      if (arriving.status >= 200 && arriving.status < 300) this.#arriving = arriving;
    });
  }

  #mayHaveLeft(error?: unknown): boolean {
    // An adapter of the user's may try several times before it gives up.
    if (this.#isForeign) return true;
    const { watch } = this.#facts;
    if (watch?.opened === true) return watch.ready;
    return error === undefined || !verdictOf(error).unsent;
  }
}
