// The package says that no file of it does anything by being imported; this one does.
await import('../../../wire/node/fileStore/writeOn.js');

export {};
