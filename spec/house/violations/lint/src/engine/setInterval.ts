// planted: no-restricted-globals
setInterval(() => undefined, 1);
