// planted: no-restricted-globals
setTimeout(() => undefined, 1);
