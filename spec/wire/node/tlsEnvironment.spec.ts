import { EventEmitter } from 'node:events';
import { useBench } from './bench.js';

const bench = useBench({ secure: true });

// jest gives specs a copy of the environment; TLS reads the real one.
const { env } = (EventEmitter.constructor as FunctionConstructor)(
  'return process',
)() as NodeJS.Process;
const NAME = 'NODE_TLS_REJECT_UNAUTHORIZED';
const before = env[NAME];

beforeEach(() => {
  env[NAME] = '0';
});
afterEach(() => {
  if (before === undefined) delete env[NAME];
  else env[NAME] = before;
});

it('the environment cannot turn the check of certificates off', async () => {
  expect(await bench.refusal()).toMatchObject({ _tag: 'NetworkFault', reason: 'tls' });
  expect(bench.vendor.requests).toEqual([]);
});
