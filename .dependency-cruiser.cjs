// Which way imports may point. Each rule has a planted violation in spec/house/violations/directions
// and spec/house/directions.spec.ts proves that it is found.

const { dependencies, peerDependencies } = require('./package.json');

const SHIPPED = Object.keys({ ...dependencies, ...peerDependencies });
const MODEL_TO_CONTRACT = ['model', 'errors', 'timing', 'contract'];
const BELOW_CLIENTS = [
  ...MODEL_TO_CONTRACT,
  'operators',
  'http',
  'limits',
  'stores',
  'providers',
  'promises',
  'engine',
];

/** Folder of src: the other folders it may import, and why only those. */
const FOLDERS = {
  model: [[], 'The model is plain data: everything stands on it, it stands on nothing.'],
  errors: [['model'], 'An error describes a job; it knows no stream, port or vendor.'],
  timing: [['model'], 'What time means is pure: steps know no clock, port or stream.'],
  contract: [
    ['model', 'errors', 'timing'],
    'A port says what is needed, never who gives it: no adapter may be visible from here.',
  ],
  operators: [
    MODEL_TO_CONTRACT,
    'Operators work on any RxJS source, so they know no adapter and no vendor.',
  ],
  http: [MODEL_TO_CONTRACT, 'A transport carries requests; it knows no vendor, limit or engine.'],
  limits: [MODEL_TO_CONTRACT, 'A limiter counts tokens; it sends nothing itself.'],
  stores: [MODEL_TO_CONTRACT, 'A store keeps records; it knows no vendor and no transport.'],
  providers: [MODEL_TO_CONTRACT, 'A vendor is pure data: it is driven, it drives nothing.'],
  promises: [
    [...MODEL_TO_CONTRACT, 'operators'],
    'The promise door reads streams; where they come from is not its business.',
  ],
  engine: [
    [...MODEL_TO_CONTRACT, 'operators', 'limits', 'stores'],
    'The engine knows no vendor (a JobKind is handed in) and no transport (an HttpPort is).',
  ],
  clients: [BELOW_CLIENTS, 'A client joins a vendor to the engine; doors come after it.'],
  node: [[...BELOW_CLIENTS, 'clients'], 'A door for Node: other doors are not its business.'],
  angular: [[...BELOW_CLIENTS, 'clients'], 'A door for Angular: other doors are not its business.'],
  cli: [
    [...BELOW_CLIENTS, 'clients', 'testing'],
    'The command line is the last door; it also serves the simulator.',
  ],
  testing: [
    [...MODEL_TO_CONTRACT, 'operators', 'http', 'limits', 'stores'],
    'Law suites judge any vendor and any operator, so they may not know ours, nor the engine.',
  ],
};

const anyOf = (names) => `(?:${names.join('|')})`;
const npm = (...names) => `(?:^|/)node_modules/${anyOf(names)}/`;
const ENTRIES =
  '^src/(?:index|operators/index|testing/index|node/index|clients/(?:creatify|sync|magicHour|aurous))\\.ts$';

const rankRules = Object.entries(FOLDERS).map(([folder, [allowed, comment]]) => ({
  name: `${folder}-imports-only-lower-ranks`,
  comment,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/${anyOf([folder, ...allowed])}/` },
}));

const rules = [
  {
    name: 'every-folder-has-a-rank',
    comment: 'A folder without a row in the table above would escape every rule.',
    from: { path: '^src/', pathNot: `^src/(?:index\\.ts$|${anyOf(Object.keys(FOLDERS))}/)` },
    to: {},
  },
  {
    name: 'root-entry-holds-no-adapter',
    comment: 'What everybody loads must not carry vendors, transports, doors or the simulator.',
    from: { path: '^src/index\\.ts$' },
    to: { path: '^src/(?:providers|http|node|angular|cli|testing)/' },
  },
  {
    name: 'no-circular',
    comment: 'In a cycle no file can be read, tested or moved alone; type imports count.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-inner-barrel',
    comment: 'Inside src the file that holds the thing is imported; index files are entries only.',
    from: { path: '^src/', pathNot: '^src/index\\.ts$' },
    to: { path: ['^src/index\\.ts$', '^src/.+/index\\.ts$'] },
  },
  {
    name: 'only-http-imports-axios',
    comment: 'axios is a detail of one transport; its objects must not travel further.',
    from: { path: '^(?:src|examples)/', pathNot: '^src/http/' },
    to: { path: npm('axios') },
  },
  {
    name: 'clients-load-http-late',
    comment: 'A static import would put axios into every bundle; types are erased and may stay.',
    from: { path: '^src/clients/' },
    to: { path: '^src/http/', dynamic: false, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'model-and-timing-know-no-stream',
    comment: 'They are read by everything, on both sides of RxJS, and run without it.',
    from: { path: '^src/(?:model|timing)/' },
    to: { path: npm('rxjs') },
  },
  {
    name: 'providers-are-pure-data',
    comment: 'A vendor is tables, codecs and request builders; time and transport are not its job.',
    from: { path: '^src/providers/' },
    to: { path: npm('rxjs', 'axios') },
  },
  {
    name: 'providers-know-no-sibling',
    comment: 'A vendor can be added, read and removed without touching another.',
    from: { path: '^src/providers/([^/]+)/' },
    to: { path: '^src/providers/', pathNot: '^src/providers/$1/' },
  },
  {
    name: 'nothing-imports-sources',
    comment: 'Sources of endpoints are for docs/coverage.md; no user pays bytes for them.',
    from: { path: '^src/' },
    to: { path: '^src/providers/[^/]+/sources\\.ts$' },
  },
  {
    name: 'simulator-knows-only-the-model',
    comment: 'A simulator that shares our code would agree with our own mistakes.',
    from: { path: '^src/testing/simulator/' },
    to: { path: '^src/', pathNot: '^src/(?:model|testing/simulator)/' },
  },
  {
    name: 'simulator-needs-few-packages',
    comment: 'An HTTP library, streams and Node itself: no codec or client of ours or of a vendor.',
    from: { path: '^src/testing/simulator/' },
    to: {
      path: '(?:^|/)node_modules/',
      pathNot: npm('hono', '@hono/node-server', 'rxjs'),
    },
  },
  {
    name: 'only-the-simulator-imports-hono',
    comment: 'A server has no place in what users ship.',
    from: { path: '^src/', pathNot: '^src/testing/simulator/' },
    to: { path: npm('hono', '@hono') },
  },
  {
    name: 'only-the-cli-imports-commander',
    comment: 'Command line parsing has no place in what users ship.',
    from: { path: '^src/', pathNot: '^src/cli/' },
    to: { path: npm('commander') },
  },
  {
    name: 'core-runs-without-node',
    comment: 'Everything but the doors for Node and the simulator also runs in a browser.',
    from: { path: '^src/', pathNot: '^src/(?:node|cli|testing/simulator)/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'no-node-timers',
    comment: 'node:timers and node:perf_hooks would walk around the Clock port.',
    from: { path: '^src/' },
    to: { path: '^(?:node:)?(?:timers|timers/promises|perf_hooks)$' },
  },
  {
    name: 'src-imports-what-it-ships-with',
    comment: 'A dev dependency or an undeclared package would be missing at the user.',
    from: { path: '^src/' },
    to: { path: '(?:^|/)node_modules/', pathNot: npm(...SHIPPED) },
  },
  {
    name: 'src-knows-no-spec',
    comment: 'Shipped code may not lean on what is not shipped.',
    from: { path: '^src/' },
    to: { path: '^(?:spec|examples|docs|scripts)/' },
  },
  {
    name: 'examples-use-the-doors',
    comment: 'An example that reaches behind an entry shows what a user cannot do.',
    from: { path: '^examples/' },
    to: { path: '^(?:src|dist|spec)/', pathNot: ENTRIES },
  },
  {
    name: 'every-import-resolves',
    comment: 'What the checker cannot follow, it cannot judge.',
    from: {},
    to: { couldNotResolve: true },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...rankRules, ...rules.map((rule) => ({ severity: 'error', ...rule }))],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
