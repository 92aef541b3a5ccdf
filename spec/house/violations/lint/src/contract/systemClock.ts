// planted: no-restricted-globals
export const systemNow = (): number => Date.now();
setTimeout(() => undefined, 1);
console.log(Math.random());
