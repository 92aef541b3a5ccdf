import axios from 'axios';
import type { HttpPort } from '../../../src/contract/HttpPort.js';
import { axiosPort } from '../../../src/http/axiosPort.js';
import type { AxiosPortOptions } from '../../../src/http/axiosPort.js';

type PortMaker = (options?: AxiosPortOptions) => HttpPort;

/** The ways that a plain request may go on Node: what is promised holds on each. */
export const WAYS: readonly (readonly [way: string, portOf: PortMaker])[] = [
  ['straight to Node', axiosPort],
  [
    'all through axios',
    (options = {}) => axiosPort({ ...options, instance: axios.create({ proxy: false }) }),
  ],
];
