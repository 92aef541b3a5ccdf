import { readFileSync } from 'node:fs';

const { compilerOptions } = JSON.parse(
  readFileSync(new URL('./tsconfig.json', import.meta.url), 'utf8'),
);

/** `rushes` and `rushes/*` are the sources, from the same table that the type checker uses. */
const entries = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([name, [source]]) => [
    `^${name}$`,
    source.replace('./', '<rootDir>/'),
  ]),
);

/** Types are checked by tsc; here files are only transpiled, to CommonJS, one at a time. */
const project = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': [
      'ts-jest',
      {
        tsconfig: {
          target: 'ES2022',
          module: 'commonjs',
          moduleResolution: 'bundler',
          isolatedModules: true,
          esModuleInterop: true,
          resolveJsonModule: true,
          sourceMap: true,
          inlineSources: true,
        },
      },
    ],
  },
  moduleNameMapper: { ...entries, '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: [
    '<rootDir>/dist',
    '<rootDir>/.build',
    '<rootDir>/bench',
    '<rootDir>/spec/house/violations',
  ],
};

export default {
  maxWorkers: '100%',
  // Specs on real time take milliseconds, but other work on the machine may hold them up.
  testTimeout: 20_000,
  projects: [
    {
      ...project,
      displayName: 'unit',
      testMatch: ['<rootDir>/spec/**/*.spec.ts'],
      testPathIgnorePatterns: ['<rootDir>/spec/(wire|faults|house|docs|package)/'],
      setupFilesAfterEnv: ['<rootDir>/spec/house/nockSetup.ts'],
    },
    {
      ...project,
      displayName: 'wire',
      testMatch: ['<rootDir>/spec/wire/**/*.spec.ts'],
    },
    {
      ...project,
      displayName: 'faults',
      testMatch: ['<rootDir>/spec/faults/**/*.faults.ts', '<rootDir>/spec/faults/**/*.spec.ts'],
    },
    {
      ...project,
      displayName: 'house',
      testMatch: ['<rootDir>/spec/house/*.spec.ts', '<rootDir>/spec/docs/*.spec.ts'],
    },
    {
      ...project,
      displayName: 'package',
      testMatch: ['<rootDir>/spec/package/*.spec.ts'],
      globalSetup: '<rootDir>/spec/package/build.mjs',
      setupFilesAfterEnv: ['<rootDir>/spec/package/requireBuild.ts'],
    },
  ],
};
