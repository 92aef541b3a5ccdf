// What is weighed and loaded: for each package the one thing that a program would take of it.

/** The packages that a user of Rushes brings, and the file of fp-ts that Node loads. */
export const BROUGHT = ['rxjs', 'fp-ts/lib/Either.js', 'io-ts'];

/** Ours, by the entry that is imported. */
export const ENTRIES = [
  { name: 'rushes/aurous', takes: 'createAurous' },
  { name: 'rushes/sync', takes: 'createSync' },
  { name: 'rushes/magic-hour', takes: 'createMagicHour' },
  { name: 'rushes/creatify', takes: 'createCreatify' },
  { name: 'rushes', takes: '*' },
  { name: 'rushes/operators', takes: '*' },
];

export const PEERS = [
  { name: 'magic-hour', takes: 'Client' },
  { name: '@sync.so/sdk', takes: 'SyncClient' },
  { name: 'replicate', takes: 'default' },
  { name: '@fal-ai/client', takes: 'fal' },
  { name: '@azure/core-lro', takes: 'createHttpPoller' },
  { name: '@smithy/util-waiter', takes: 'createWaiter' },
  { name: 'rx-polling', takes: 'default' },
];

/** A program that takes it, and nothing else. */
export const programOf = ({ name, takes }) =>
  takes === '*' ? `export * from '${name}';` : `export { ${takes} } from '${name}';`;
