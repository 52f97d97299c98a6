export { openOrg, type LocalOrg, type OrgOptions } from './org.js';
export { observeTransactions } from './run.js';
export { expectSeed, findSeed, isSeedPending, runSeed, seedIsComplete, type SeedContext } from './seed.js';
