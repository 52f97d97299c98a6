export { openOrg, type LocalOrg, type OrgOptions } from './org.js';
export { observeTransactions } from './run.js';
export { findSeed, runSeed, type SeedContext } from './seed.js';
