import type { AccessLevel, QueryOptions } from '../org/contracts.js';
import { tx } from '../org/transaction.js';
import type { ApexList } from '../values/index.js';

/**
 * Options of a dynamic query for the Apex code that calls now: its class's default access unless one is given, its variables as binds unless
 * others are given.
 */
export function dynamicOptions(accessLevel: AccessLevel | null, bind: ((name: string) => unknown) | null = null): QueryOptions {
  const { caller, sharing } = tx();
  const resolver = bind ?? caller.bind;
  return { accessLevel: accessLevel ?? caller.accessLevel, enforceSharing: sharing === 'with', ...(resolver ? { bind: resolver } : {}) };
}

/** A query whose text is known at run time only. `resolver` answers the variables that `:name` may mean; null: the caller's. */
export function runDynamicQuery(text: string, resolver: ((name: string) => unknown) | null, accessLevel: AccessLevel | null): ApexList {
  return tx().org.queries.query(text, dynamicOptions(accessLevel, resolver));
}
