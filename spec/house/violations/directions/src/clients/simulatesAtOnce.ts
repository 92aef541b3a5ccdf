// planted: clients-imports-only-lower-ranks, only-testing-reaches-a-server
export { serve as simulatesAtOnce } from '../testing/simulator/serve.js';
