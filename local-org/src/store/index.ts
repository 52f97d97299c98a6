export { decoder, fromSql, plainSql, toSql } from './codec.js';
export { StoreError, type StoreErrorCode } from './errors.js';
export { isExactText, isStored, quoted } from './layout.js';
export { openStore, type StoreOptions } from './store.js';
