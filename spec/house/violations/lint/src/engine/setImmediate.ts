// planted: no-restricted-globals
setImmediate(() => undefined);
