// planted: no-restricted-properties
globalThis.setTimeout(() => undefined, 1);
