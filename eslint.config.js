import { createRequire } from 'node:module';
import tseslint from 'typescript-eslint';

const lwc = createRequire(import.meta.url)('@salesforce/eslint-config-lwc');

const COMPONENTS = ['force-app/**/lwc/**/*.ts'];
const COMPONENT_TESTS = ['force-app/**/__tests__/**/*.ts'];
/** Everything that runs on Node.js, in the browser page of the local org, or in browser tests. */
const TOOLS = ['local-org/**/*.ts', 'scripts/**/*.ts', 'e2e/**/*.ts', 'data/**/*.ts', 'integrations/**/*.ts'];
/** What talks to a terminal. */
const TERMINAL = ['local-org/src/cli/**/*.ts', 'local-org/bin/**', 'scripts/**/*.ts'];

const typed = {
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: {
    'no-console': 'error',
    eqeqeq: ['error', 'always'],
    '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
    '@typescript-eslint/explicit-module-boundary-types': 'error',
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }]
  }
};

const typedFor = (files, ignores = []) => [
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files, ignores })),
  { ...typed, files, ignores }
];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      'coverage/',
      'test-results/',
      '.local-org/',
      // Compiled from TypeScript, or a component in plain JavaScript: decorators are for the LWC compiler to check.
      '**/lwc/**/*.js',
      // Libraries of others, as they publish them.
      '**/staticresources/',
      'config/jest/stubs/',
      // A project whose components hold mistakes on purpose.
      'local-org/test/web/fixture/'
    ]
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  // What the project's own package says of ES modules holds for plain JavaScript, too.
  { files: ['*.js', 'local-org/bin/*.js'], languageOptions: { ecmaVersion: 2023, sourceType: 'module' } },
  ...lwc.configs.recommendedTs.map((config) => ({ ...config, files: COMPONENTS })),
  ...typedFor(COMPONENTS, COMPONENT_TESTS),
  ...typedFor(TOOLS),
  {
    files: COMPONENTS,
    ignores: COMPONENT_TESTS,
    rules: {
      // A component's events and handlers are promises that nobody waits for; they are marked with void.
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/no-misused-promises': 'off',
      'no-void': ['error', { allowAsStatement: true }],
      // It would look into the JavaScript that was compiled last; the type checker knows the names.
      'import/named': 'off'
    }
  },
  {
    files: COMPONENT_TESTS,
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: { parser: tseslint.parser },
    rules: {
      '@lwc/lwc/no-async-operation': 'off',
      '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
      // Names of Jest, of Node.js and of the generated types, which only a type checker knows.
      'no-undef': 'off',
      'no-unused-vars': 'off',
      '@typescript-eslint/no-unused-vars': 'error'
    }
  },
  {
    // They answer with promises as the platform's modules do, and reject with its error objects, which are no Error.
    files: ['local-org/src/web/client/platform/**/*.ts', 'local-org/src/web/client/runtime/{http,wire}.ts'],
    rules: {
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/require-await': 'off'
    }
  },
  { files: TERMINAL, rules: { 'no-console': 'off' } }
);
