import type { AxiosInstance } from 'axios';
import type { HttpCall } from '../contract/HttpPort.js';
import { ownFields } from '../model/ownFields.js';
import { axiosPassage } from './axiosPassage.js';
import type { ConnectionChoice } from './nodeAgents.js';
import type { NodeBuiltins } from './nodeBuiltins.js';
import type { Passage } from './Passage.js';
import { requestOf } from './safeSettings.js';
import { Trail } from './Trail.js';

/** What an instance may bring with it; agents are of no type that axios knows. @since 0.1.0 */
export interface InstanceDefaults extends Pick<
  AxiosInstance['defaults'],
  'adapter' | 'env' | 'family' | 'fetchOptions' | 'lookup' | 'proxy' | 'withXSRFToken'
> {
  readonly httpAgent?: unknown;
  readonly httpsAgent?: unknown;
}

/** How an instance reaches other hosts, and nothing of what it says to the vendor. */
function wayOf({ env, family, fetchOptions, lookup }: InstanceDefaults): InstanceDefaults {
  const { dispatcher } = (fetchOptions ?? {}) as { readonly dispatcher?: unknown };
  return {
    ...(env === undefined ? {} : { env }),
    ...(family === undefined ? {} : { family }),
    ...(lookup === undefined ? {} : { lookup }),
    ...(dispatcher === undefined ? {} : { fetchOptions: { dispatcher } }),
  };
}

/** What a request finds when it goes through axios. @since 0.1.0 */
export interface AxiosWay {
  /** The user's own, if there is one. */
  readonly instance: AxiosInstance | undefined;
  /** A bare instance: what an application sets on the global axios stays with the application. */
  readonly bare: Pick<AxiosInstance, 'request'>;
  /** Node's own modules, where there are any. */
  readonly node: NodeBuiltins | undefined;
}

/**
 * The way of a request all through axios: by the user's instance, or by a bare one where there is none
 * or where the request goes elsewhere.
 *
 * @since 0.1.0
 */
export function throughAxios(
  call: HttpCall,
  { bare, instance, node }: AxiosWay,
  { agents, watch }: ConnectionChoice,
): Passage {
  const defaults: InstanceDefaults = ownFields(instance?.defaults ?? {});
  const { adapter, httpAgent, httpsAgent, proxy } = defaults;
  const isOwn = instance === undefined || call.elsewhere === true;
  const trail = new Trail({ adapter, isOwn, node, watch });
  const config = {
    ...(isOwn ? wayOf(defaults) : {}),
    ...requestOf(call),
    httpAgent: httpAgent ?? agents.httpAgent,
    httpsAgent: httpsAgent ?? agents.httpsAgent,
    // A proxy of the environment would see the keys of plain-http requests: only a wish counts.
    proxy: proxy ?? false,
    withXSRFToken: isOwn ? false : (defaults.withXSRFToken ?? false),
    adapter: trail.adapter,
  };
  return axiosPassage(isOwn ? bare : instance, config, trail);
}
