/** The part of package.json that tells what a user installs, and what runs then. */
export interface Manifest {
  readonly name: string;
  readonly files?: readonly string[];
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly bundleDependencies?: unknown;
  readonly bundledDependencies?: unknown;
  readonly overrides?: Readonly<Record<string, unknown>>;
}

/** What a user of the package gets with it, and nothing else; a change here is a decision. */
const INSTALLED: readonly string[] = ['@hono/node-server', 'axios', 'commander', 'hono'];

/** What a user brings. */
const BROUGHT: readonly string[] = ['fp-ts', 'io-ts', 'rxjs'];

/** npm runs these on the machine that installs, or that installs from a repository. */
const RUN_AT_INSTALL =
  /^(?:pre|post)?(?:install|prepare|dependencies)$|^(?:pre|post)?(?:prepublish|uninstall)$/;

/** A range of versions from the registry: no address, no path, no repository, no tag. */
const RANGE = /^(?:npm:@?[\w./-]+@)?[\d^~<>=|.*x -]+(?:-[\w.]+)?$/;

const SAFE_AXIOS = '>=1.18.0 <2';

/** axios below 1.18 has known holes, and 1.14.1 and 0.30.4 were hostile: nobody may bring one in. */
const OVERRIDE = ['axios@<1.18.0', '$axios'] as const;

const among = (what: string, given: object = {}, known: readonly string[]): readonly string[] => [
  ...Object.keys(given)
    .filter((name) => !known.includes(name))
    .map((name) => `${what}: ${name} is not one of those decided on`),
  ...known.filter((name) => !(name in given)).map((name) => `${what}: ${name} is missing`),
];

/** What is wrong with a package.json as something that strangers install, one line each. */
export function manifestIssues(manifest: Manifest): readonly string[] {
  const { dependencies, peerDependencies, overrides = {}, scripts = {}, files } = manifest;
  const ranges = Object.entries({ ...dependencies, ...peerDependencies });
  const bundled = manifest.bundleDependencies ?? manifest.bundledDependencies;
  return [
    ...among('dependencies', dependencies, INSTALLED),
    ...among('peerDependencies', peerDependencies, BROUGHT),
    ...among('optionalDependencies', manifest.optionalDependencies, []),
    ...(bundled === undefined ? [] : ['bundled dependencies are seen by no lockfile']),
    ...ranges
      .filter(([, range]) => !RANGE.test(range))
      .map(([name, range]) => `${name}: "${range}" is no range of versions in the registry`),
    ...Object.keys(scripts)
      .filter((script) => RUN_AT_INSTALL.test(script))
      .map((script) => `the script "${script}" runs on the machine of who installs`),
    ...(dependencies?.['axios'] === SAFE_AXIOS ? [] : [`axios: is not "${SAFE_AXIOS}"`]),
    ...(overrides[OVERRIDE[0]] === OVERRIDE[1] ? [] : [`overrides: no "${OVERRIDE.join('": "')}"`]),
    ...(files === undefined ? ['without "files", everything is packed'] : []),
  ];
}
