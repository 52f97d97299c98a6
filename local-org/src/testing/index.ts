export { discoverTests, unmatched } from './discover.js';
export { runTests, type TestResult } from './runner.js';
export { coverageOf, testClassNames, type Coverage } from './coverage.js';
export { jsonReport, junitReport, resultLines, textReport } from './reporters.js';
