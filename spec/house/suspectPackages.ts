/** The part of package-lock.json that tells what is installed. */
export interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string;
        readonly integrity?: string;
        readonly dependencies?: Readonly<Record<string, string>>;
      }
    >
  >;
}

const AXIOS_NEEDS = ['follow-redirects', 'form-data', 'https-proxy-agent', 'proxy-from-env'];

/**
 * What in a lockfile must never be installed, one line each.
 *
 * axios 1.14.1 and 0.30.4 were published in March 2026 from a stolen account, with a dependency
 * that installed a remote shell; a release of that kind shows as a package axios never needed.
 *
 * @see https://github.com/axios/axios/issues/10604
 */
export function suspectPackages({ packages }: Lock): readonly string[] {
  return Object.entries(packages).flatMap(
    ([path, { version = '', integrity, dependencies = {} }]) => {
      if (path === '') return [];
      const name = path.replace(/^.*node_modules\//, '');
      const [major = 0, minor = 0] = version.split('.').map(Number);
      const isOldAxios = name === 'axios' && (major < 1 || (major === 1 && minor < 18));
      const strangers = Object.keys(dependencies).filter((needed) => !AXIOS_NEEDS.includes(needed));
      return [
        ...(isOldAxios ? [`${path} is axios ${version}, older than 1.18`] : []),
        ...(name === 'axios' ? strangers.map((needed) => `${path} needs ${needed}`) : []),
        ...(name === 'plain-crypto-js' ? [`${path} is known malware`] : []),
        ...(integrity === undefined ? [`${path} has no integrity hash`] : []),
      ];
    },
  );
}
