import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const CLOCK_ADVICE = 'Time and chance come through the Clock port (src/contract/Clock.ts).';
const OUTPUT_ADVICE = 'A library is silent: report through `diagnostics`.';

const timers = ['setTimeout', 'setInterval', 'setImmediate'];
const ambientGlobals = [
  ...timers.map((name) => ({ name, message: CLOCK_ADVICE })),
  { name: 'performance', message: CLOCK_ADVICE },
];
const outputGlobals = [
  { name: 'console', message: OUTPUT_ADVICE },
  { name: 'process', message: 'Only the command line may look at the process.' },
];
const ambientProperties = [
  { object: 'Date', property: 'now', message: CLOCK_ADVICE },
  { object: 'Math', property: 'random', message: CLOCK_ADVICE },
  { object: 'AbortSignal', property: 'timeout', message: CLOCK_ADVICE },
  ...[...timers, 'performance', 'console', 'process'].map((property) => ({
    object: 'globalThis',
    property,
    message: 'The long way round is closed as well.',
  })),
];
const ambientDates = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: CLOCK_ADVICE,
  },
  { selector: 'CallExpression[callee.name="Date"]', message: CLOCK_ADVICE },
];
const shape = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Named exports only: one name for one thing, in every file.',
  },
  {
    selector: 'TSInterfaceBody > TSPropertySignature:not([readonly=true])',
    message: 'Fields are readonly.',
  },
];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      'dist/',
      '.build/',
      'site/',
      'coverage/',
      'spec/house/violations/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked, prettier],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/naming-convention': [
        'error',
        {
          selector: 'interface',
          format: ['PascalCase'],
          custom: { regex: '^I[A-Z]', match: false },
        },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // What only the bench needs is there once it was run: the peers, and what draws its pictures.
    files: ['bench/peers/*.ts', 'bench/report/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      '@typescript-eslint/prefer-readonly': 'error',
      'no-restricted-globals': ['error', ...ambientGlobals, ...outputGlobals],
      'no-restricted-properties': ['error', ...ambientProperties],
      'no-restricted-syntax': ['error', ...shape, ...ambientDates],
    },
  },
  {
    // The one place where the machine's clock, timers and dice enter.
    files: ['src/contract/systemClock.ts'],
    rules: {
      'no-restricted-globals': ['error', ...outputGlobals],
      'no-restricted-properties': 'off',
      'no-restricted-syntax': ['error', ...shape],
    },
  },
  {
    // A command line talks to people.
    files: ['src/cli/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...ambientGlobals] },
  },
  {
    files: ['spec/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo|failing)$/]',
          message: 'Every spec runs, and all of it.',
        },
        {
          selector: 'CallExpression[callee.name=/^(xdescribe|xit|xtest|fdescribe|fit)$/]',
          message: 'Every spec runs, and all of it.',
        },
      ],
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
);
