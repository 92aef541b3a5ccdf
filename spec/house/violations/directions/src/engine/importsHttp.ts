// planted: engine-imports-only-lower-ranks
export const load = () => import('../http/anything.js');
