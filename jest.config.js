import { createRequire } from 'node:module';

const { jestConfig } = createRequire(import.meta.url)('@salesforce/sfdx-lwc-jest/config');

export default {
  ...jestConfig,
  // The TypeScript is tested, not what was compiled from it last. Styles, because components share them: `@import 'c/barStyles'`.
  moduleFileExtensions: ['ts', 'js', 'html', 'css'],
  transform: { ...jestConfig.transform, '^.+\\.(js|ts|html|css)$': '<rootDir>/config/jest/labelTransformer.cjs' },
  testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.ts'],
  setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/config/jest/setup.js'],
  resolver: '<rootDir>/config/jest/resolver.cjs',
  moduleNameMapper: {
    '^lightning/datatable$': '<rootDir>/config/jest/stubs/datatable/datatable',
    '^lightning/modal$': '<rootDir>/config/jest/stubs/modal/modal',
    '^lightning/progressBar$': '<rootDir>/config/jest/stubs/progressBar/progressBar'
  },
  // What the packages publish as ES modules only, or as components.
  transformIgnorePatterns: [
    '/node_modules/(?!(@lwc/state[^/]*|(lwc/node_modules/)?@lwc/engine-dom|@salesforce/sfdx-lwc-jest/src/lightning-stubs)/)'
  ],
  modulePathIgnorePatterns: ['<rootDir>/local-org/'],
  collectCoverageFrom: ['force-app/**/lwc/**/*.ts', '!**/__tests__/**'],
  coverageDirectory: 'coverage/lwc'
};
