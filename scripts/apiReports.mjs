// Writes docs/api/<entry>.api.md, the public types of each entry as built into dist.
// With --check nothing is written: every report that is not what the build says is named.
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { CompilerState, Extractor, ExtractorConfig } from '@microsoft/api-extractor';

const isCheck = process.argv.includes('--check');
const root = resolve(process.argv.slice(2).find((argument) => !argument.startsWith('-')) ?? '.');
const reportFolder = join(root, 'docs', 'api');
const { name: packageName, exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const entries = Object.entries(exports).flatMap(([path, conditions]) =>
  conditions.import === undefined
    ? []
    : [
        {
          name: basename(path.replace(/^\.$/, packageName)),
          file: join(root, conditions.import.types),
        },
      ],
);

const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2022', 'ESNext.Disposable', 'DOM', 'DOM.Iterable'],
  module: 'nodenext',
  moduleResolution: 'nodenext',
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  types: ['node'],
};

function configOf({ name, file }) {
  return ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, 'package.json'),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: file,
      newlineKind: 'lf',
      compiler: {
        overrideTsconfig: { compilerOptions, files: entries.map((entry) => entry.file) },
      },
      apiReport: {
        enabled: true,
        reportFileName: name,
        reportFolder,
        reportTempFolder: join(root, '.build', 'api'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
    },
  });
}

/** What is wrong with one entry's report, one line each; without --check the report is written. */
function extract(config, compilerState) {
  const faults = [];
  const { apiReportChanged } = Extractor.invoke(config, {
    localBuild: !isCheck,
    compilerState,
    messageCallback: (message) => {
      if (message.logLevel === 'error') faults.push(message.text);
      message.handled = true;
    },
  });
  const report = basename(config.reportFilePath);
  if (isCheck && apiReportChanged) faults.push(`docs/api/${report} is not what the build says`);
  return faults;
}

mkdirSync(reportFolder, { recursive: true });
for (const { file } of entries) {
  if (!existsSync(file)) throw new Error(`${file} is not there: run \`npm run build\` first`);
}
const configs = entries.map(configOf);
const compilerState = CompilerState.create(configs[0], {
  additionalEntryPoints: entries.slice(1).map(({ file }) => file),
});
const reports = configs.map(({ reportFilePath }) => basename(reportFilePath));
const faults = [
  ...configs.flatMap((config) => extract(config, compilerState)),
  ...readdirSync(reportFolder)
    .filter((file) => !reports.includes(file))
    .map((file) => `docs/api/${file} is the report of no entry: delete it`),
];
if (faults.length > 0) {
  console.log(faults.join('\n'));
  if (isCheck)
    console.log('Write the reports anew with `npm run api`, then review `git diff docs/api`.');
  process.exitCode = 1;
}
