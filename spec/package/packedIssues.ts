/** One file of a package, as `npm pack --json` lists it, and how to read it. */
export interface PackedFile {
  readonly path: string;
  /** As of the file system: 0o644, or 0o755 for a command. */
  readonly mode: number;
  readonly read: () => string;
}

const ALLOWED: readonly RegExp[] = [
  /^dist\/(?:esm|cjs|bundle)\/(?:[\w-]+\/)*[\w-]+\.(?:js|d\.ts)(?:\.map)?$/,
  /^src\/(?:[\w-]+\/)*[\w-]+\.ts$/,
  /^(?:package\.json|dist\/cjs\/package\.json|LICENSE|README\.md|CHANGELOG\.md)$/,
];

/** Tests, what they stand on, and what belongs to one machine. */
const NEVER =
  /(?:^|\/)\.|(?:^|\/)(?:spec|test|tests|fixtures?|node_modules|coverage|examples|site)\/|\.(?:spec|test|faults)\.|(?:^|[-.])lock\b|\.env|\.pem|\.key$|binding\.gyp/i;

/** The only file that is a program. */
const COMMAND = 'dist/bundle/cli/rushes.js';

/** Where people and build machines keep their files. */
const HOME =
  /(?:^|["'\s(`])(?:file:\/\/)?(?:\/(?:home|Users|root|work|tmp|private|var|opt|builds?|runner)\/|[A-Z]:\\\\?)[\w.-]/m;

const SECRET =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----|\b(?:npm_[A-Za-z0-9]{36}|gh[opsu]_[A-Za-z0-9]{36}|AKIA[A-Z0-9]{16}|(?:al|mhk)_live_[A-Za-z0-9]{16,}|sk-[A-Za-z0-9]{20,})\b/;

interface SourceMap {
  readonly sources?: readonly string[];
  readonly sourceRoot?: string;
  readonly sourcesContent?: unknown;
}

/** What a map tells of the machine it was made on. */
function mapIssues(text: string): readonly string[] {
  const { sources = [], sourceRoot = '', sourcesContent } = JSON.parse(text) as SourceMap;
  const far = [sourceRoot, ...sources].filter((path) => /^(?:\/|[a-z][\w+.-]*:)/i.test(path));
  return [
    ...far.map((path) => `leads to ${path}`),
    // The sources are packed themselves.
    ...(sourcesContent === undefined ? [] : ['holds sources']),
  ];
}

function issuesOf({ path, mode, read }: PackedFile): readonly string[] {
  const text = read();
  return [
    ...(NEVER.test(path) || !ALLOWED.some((pattern) => pattern.test(path))
      ? ['is not allowed']
      : []),
    ...((mode & 0o111) !== 0 && path !== COMMAND ? ['is a program'] : []),
    ...(path.endsWith('.map') ? mapIssues(text) : []),
    ...(HOME.test(text) ? [`names a file of a machine: ${HOME.exec(text)?.[0].trim() ?? ''}`] : []),
    ...(SECRET.test(text) ? ['holds what looks like a secret'] : []),
  ];
}

/** What must not go into a package, one line each. */
export const packedIssues = (files: readonly PackedFile[]): readonly string[] =>
  files.flatMap((file) => issuesOf(file).map((issue) => `${file.path} ${issue}`));
