// What is loaded as soon as an entry is imported: types are erased, `import()` is not followed.
// The rules of .dependency-cruiser.cjs look at single imports; these look along whole paths.

const { builtinModules } = require('node:module');
const { options } = require('./.dependency-cruiser.cjs');

const npm = (...names) => `(?:^|/)node_modules/(?:${names.join('|')})/`;
const entry = (name) => `^src/${name}\\.ts$`;
const reachable = (path) => ({ path, reachable: true });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-entry-reaches-axios',
      comment: 'axios is a third of the weight and many users bring another transport.',
      severity: 'error',
      from: { path: entry('(?:index|operators/index|testing/index|node/index|clients/[^/]+)') },
      to: reachable(npm('axios')),
    },
    {
      name: 'operators-entry-reaches-no-codec',
      comment: 'The operators alone are for people who do not use io-ts.',
      severity: 'error',
      from: { path: entry('operators/index') },
      to: reachable(npm('io-ts')),
    },
    {
      name: 'only-testing-reaches-a-server',
      comment: 'A server has no place in what users ship.',
      severity: 'error',
      from: { path: entry('(?:index|operators/index|node/index|clients/[^/]+)') },
      to: reachable(npm('hono', '@hono')),
    },
    {
      name: 'entries-load-without-node',
      comment:
        'A browser loads every entry but that for Node; what needs Node is loaded when it is first called.',
      severity: 'error',
      from: { path: entry('(?:index|operators/index|testing/index|clients/[^/]+)') },
      to: reachable([`^(?:node:)?(?:${builtinModules.join('|')})$`, npm('@hono/node-server')]),
    },
  ],
  options: {
    ...options,
    tsPreCompilationDeps: false,
    exclude: { dynamic: true },
  },
};
