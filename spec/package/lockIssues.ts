/** One package of a lockfile. */
interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The part of package-lock.json that tells what is installed. */
export interface Lock {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Locked>>;
}

/** What axios 1.21 needs. The hostile releases of March 2026 needed one package more. */
const AXIOS_NEEDS = ['follow-redirects', 'form-data', 'https-proxy-agent', 'proxy-from-env'];

/** What they need, all the way down. */
const BELOW_AXIOS = [
  'agent-base',
  'async-function',
  'async-generator-function',
  'asynckit',
  'call-bind-apply-helpers',
  'combined-stream',
  'debug',
  'delayed-stream',
  'dunder-proto',
  'es-define-property',
  'es-errors',
  'es-object-atoms',
  'es-set-tostringtag',
  'function-bind',
  'generator-function',
  'get-intrinsic',
  'get-proto',
  'gopd',
  'has-symbols',
  'has-tostringtag',
  'hasown',
  'math-intrinsics',
  'mime-db',
  'mime-types',
  'ms',
];

/** Everything that comes with the package; the others need nothing. */
const PRODUCTION: readonly string[] = [
  ...['@hono/node-server', 'axios', 'commander', 'hono'],
  ...AXIOS_NEEDS,
  ...BELOW_AXIOS,
];

/** Releases that were hostile, whatever their numbers say of their age. */
const HOSTILE: readonly string[] = [
  'axios@0.30.4',
  'axios@1.14.1',
  'plain-crypto-js@4.2.0',
  'plain-crypto-js@4.2.1',
];

const HASH = /^sha512-[A-Za-z0-9+/]{86}==$/;
const RELEASE = /^\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?$/;
const REGISTRY = /^https:\/\/registry\.npmjs\.org\/.+\.tgz$/;

/** An own address, a path, a repository: none of them is what the registry checked. */
const ELSEWHERE = /^(?!npm:)[a-z+]+:|^[\w.-]+\/[\w.-]+(?:#|$)|^\.{0,2}\//i;

function axiosIssues({ version = '', dependencies = {} }: Locked): readonly string[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < 1 || (major === 1 && minor < 18);
  return [
    ...(isOld ? [`is axios ${version}, older than 1.18`] : []),
    ...Object.keys(dependencies)
      .filter((name) => !AXIOS_NEEDS.includes(name))
      .map((name) => `needs ${name}`),
  ];
}

function issuesOf(name: string, locked: Locked): readonly string[] {
  const { version = '', resolved, integrity = '', dependencies = {} } = locked;
  const isProduction = locked.dev !== true && locked.devOptional !== true;
  return [
    ...(HOSTILE.includes(`${name}@${version}`) ? [`${name}@${version} is known malware`] : []),
    ...(name === 'axios' ? axiosIssues(locked) : []),
    ...(HASH.test(integrity) ? [] : ['has no whole sha512 hash']),
    ...(RELEASE.test(version) ? [] : [`has the version "${version}", which is no release`]),
    ...(resolved === undefined || REGISTRY.test(resolved) ? [] : [`comes from ${resolved}`]),
    ...(locked.link === true ? ['is a link to a folder'] : []),
    ...(isProduction && locked.inBundle === true ? ['came inside of another package'] : []),
    ...(isProduction && !PRODUCTION.includes(name) ? ['is not one of those decided on'] : []),
    ...(isProduction && locked.hasInstallScript === true ? ['runs a script at its install'] : []),
    ...Object.entries(dependencies)
      .filter(([, range]) => ELSEWHERE.test(range))
      .map(([needed, range]) => `needs ${needed} from ${range}`),
  ];
}

/**
 * What in a lockfile must never be installed, one line each.
 *
 * In March 2026, axios 1.14.1 and 0.30.4 were published from a stolen account, with a dependency that
 * installed a remote shell; a release of that kind shows as a package that was never needed before.
 *
 * @see https://github.com/axios/axios/issues/10604
 */
export function lockIssues({ lockfileVersion, packages }: Lock): readonly string[] {
  const installed = Object.entries(packages).filter(([path]) => path !== '');
  const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '');
  const names = installed.map(([path]) => nameOf(path));
  return [
    // Older ones do not tell what runs at an install.
    ...(lockfileVersion >= 2 ? [] : ['the lockfile is of an old form']),
    ...PRODUCTION.filter((name) => !names.includes(name)).map((name) => `${name} is not locked`),
    ...installed.flatMap(([path, locked]) =>
      issuesOf(nameOf(path), locked).map((issue) => `${path} ${issue}`),
    ),
  ];
}
