import type { AccessLevel, DmlKind, RunningUser, Sharing, TriggerContext } from '../../../org/contracts.js';
import { tx } from '../../../org/transaction.js';
import {
  builtinType,
  enumConstantOf,
  raise,
  raiseNull,
  SObject,
  type ApexEnum,
  type ApexList,
  type ApexMap
} from '../../../values/index.js';

/** How many rows a SOQL for-loop reads at a time (Apex Developer Guide, "SOQL For Loops"). */
const CHUNK = 200;

function queryOptions(
  accessLevel: AccessLevel,
  binds: readonly unknown[]
): {
  accessLevel: AccessLevel;
  enforceSharing: boolean;
  bind: (name: string) => unknown;
} {
  return { accessLevel, enforceSharing: sharing(), bind: numbered(binds) };
}

/** The binds of a query expression: `:b0`, `:b1`, … in order. */
export function numbered(binds: readonly unknown[]): (name: string) => unknown {
  return (name) => binds[Number(name.slice(1))];
}

/** Whether records that the user can't see are left out. */
function sharing(): boolean {
  return tx().sharing === 'with';
}

export function query(text: string, accessLevel: AccessLevel, binds: readonly unknown[]): ApexList {
  return tx().org.queries.query(text, queryOptions(accessLevel, binds));
}

export function count(text: string, accessLevel: AccessLevel, binds: readonly unknown[]): number {
  return tx().org.queries.count(text, queryOptions(accessLevel, binds));
}

export function search(text: string, accessLevel: AccessLevel, binds: readonly unknown[]): ApexList {
  return tx().org.queries.search(text, queryOptions(accessLevel, binds));
}

/** `for (List<Account> chunk : [SELECT …])` */
export function* chunks(text: string, accessLevel: AccessLevel, binds: readonly unknown[]): Generator<ApexList, void, void> {
  const cursor = tx().org.queries.open(text, queryOptions(accessLevel, binds));
  for (let offset = 0; offset < cursor.size; offset += CHUNK) yield cursor.fetch(offset, CHUNK);
}

/** `for (Account record : [SELECT …])` */
export function* rows(text: string, accessLevel: AccessLevel, binds: readonly unknown[]): Generator<unknown, void, void> {
  for (const chunk of chunks(text, accessLevel, binds)) yield* chunk.items;
}

/** `insert records;` and its kin, of one record or a list. */
export function dml(kind: DmlKind, target: SObject | ApexList<SObject>, accessLevel: AccessLevel, externalIdField?: string): void {
  if (target === null) raiseNull();
  const records = target instanceof SObject ? [target] : [...target.items];
  if (records.includes(null as never)) raiseNull();
  tx().org.dml.execute(kind, records, { allOrNone: true, accessLevel, enforceSharing: sharing(), externalIdField });
}

export function merge(master: SObject, duplicates: SObject | ApexList<SObject>, accessLevel: AccessLevel): void {
  if (master === null || duplicates === null) raiseNull();
  const records = duplicates instanceof SObject ? [duplicates] : [...duplicates.items];
  tx().org.dml.merge(master, records, { allOrNone: true, accessLevel, enforceSharing: sharing() });
}

/** Calls a built-in of Database or Search with what the calling code contributes. */
export function database(
  implementation: (...args: unknown[]) => unknown,
  accessLevel: AccessLevel,
  bind: ((name: string) => unknown) | null,
  ...args: unknown[]
): unknown {
  const transaction = tx();
  const outer = transaction.caller;
  transaction.caller = { accessLevel, bind };
  try {
    return implementation(...args);
  } finally {
    transaction.caller = outer;
  }
}

/** Looks up `:name` of a dynamic query among the variables that the calling code sees. */
export function binds(variables: Readonly<Record<string, () => unknown>>): (name: string) => unknown {
  return (name) => {
    const variable = Object.hasOwn(variables, name.toLowerCase()) ? variables[name.toLowerCase()] : undefined;
    if (!variable) raise('QueryException', `Variable does not exist: ${name}`);
    return variable();
  };
}

/** Puts the sharing of a class in force; answers what was before. A class that inherits runs as 'with' where nothing was stated. */
export function enter(stated: Sharing): Sharing {
  const transaction = tx();
  const before = transaction.sharing;
  transaction.sharing = stated;
  return before;
}

export function leave(before: Sharing): void {
  tx().sharing = before;
}

/**
 * Makes the user the running one; answers who was. A user that is not saved yet is inserted first, and need not be inserted by the test
 * (Apex Developer Guide, "Using the runAs Method": its example does not insert). That insert may mix with what was changed before.
 */
export function runAs(user: SObject | null): RunningUser {
  if (user === null) return raiseNull();
  const transaction = tx();
  if (!transaction.test) raise('TypeException', 'System.runAs can only be called from testmethods.');
  const before = transaction.user;
  if (user.id === null) {
    // Counts as a switch, so that the insert stands alone.
    transaction.user = before;
    transaction.org.dml.execute('insert', [user], { allOrNone: true, accessLevel: 'SYSTEM_MODE', enforceSharing: false });
  }
  transaction.user = transaction.org.access.user(user.id!);
  return before;
}

export function runAsBefore(user: RunningUser): void {
  tx().user = user;
}

/** A call of an @future method: runs after the transaction. */
export function future(className: string, method: string, args: readonly unknown[]): void {
  tx().org.async.future(className, method, args);
}

// ---------------------------------------------------------------------------------------------- triggers

/** The trigger that is running; null outside of triggers. */
export function trigger(): TriggerContext | null {
  return tx().triggers.at(-1) ?? null;
}

export function triggerList(which: 'new' | 'old'): ApexList | null {
  return trigger()?.[which] ?? null;
}

export function triggerMap(which: 'newMap' | 'oldMap'): ApexMap | null {
  return (trigger()?.[which] as ApexMap | null | undefined) ?? null;
}

export function triggerIs(part: string): boolean {
  return trigger()?.operation.split('_').includes(part) ?? false;
}

export function triggerSize(): number | null {
  return trigger()?.size ?? null;
}

const OPERATIONS = 'TriggerOperation';

export function triggerOperation(): ApexEnum | null {
  const context = trigger();
  return context && (enumConstantOf(builtinType(OPERATIONS), context.operation) ?? null);
}
