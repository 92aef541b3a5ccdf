import 'io-ts';

class Loop {}

class Loop$1 {}

export { Loop, Loop$1 };
