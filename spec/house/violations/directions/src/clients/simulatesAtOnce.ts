// planted: clients-imports-only-lower-ranks, entries-load-without-node, only-testing-reaches-a-server
export { serve as simulatesAtOnce } from '../testing/simulator/serve.js';
