import type { AccessLevel, Limits, Org, RunningUser, Sharing, TriggerContext } from './contracts.js';

/**
 * What the calling code contributes to `Database.query(text)`, `Database.insert(records)` and the like. Compiled code sets it right before it
 * calls a built-in of Database or Search; read it at the very start of the implementation.
 */
export interface Caller {
  /** The default access mode of the calling class's API version: user mode from 67.0 on. */
  readonly accessLevel: AccessLevel;
  /** The value of `:name` in the caller's scope (locals, fields, statics); throws the QueryException if there is none. */
  readonly bind: ((name: string) => unknown) | null;
}

/** What Test.startTest, Test.setMock and the like keep while a test method runs. */
export interface TestState {
  started: boolean;
  stopped: boolean;
  calloutMock: object | null;
  webServiceMock: object | null;
  fixedSearchResults: readonly string[] | null;
}

export type Quiddity =
  | 'ANONYMOUS'
  | 'AURA'
  | 'BATCH_APEX'
  | 'FUTURE'
  | 'QUEUEABLE'
  | 'REST'
  | 'RUNTEST_SYNC'
  | 'SCHEDULED'
  | 'SYNC'
  | 'PLATFORM_EVENT_PUBLISH_CALLBACK'
  | 'INVOCABLE_ACTION'
  | 'TRANSACTION_FINALIZER_QUEUEABLE'
  | 'UNDEFINED';

/** One unit of work: everything in it is committed or rolled back together, with its own static variables and governor limits. */
export class Transaction {
  /** Static state of compiled classes, by class name (made by the compiled code on first use). */
  statics = new Map<string, object>();
  readonly triggers: TriggerContext[] = [];
  readonly log: string[] = [];
  readonly requestId: string;
  /** The sharing that is in force: set by compiled code at calls into classes that state one. */
  sharing: Sharing = 'without';
  /** See Caller; where no Apex calls, system mode without binds. */
  caller: Caller = { accessLevel: 'SYSTEM_MODE', bind: null };
  test: TestState | null = null;
  /** Values for the platform's own use, by area. */
  readonly scratch = new Map<string, unknown>();

  /** How often the user was switched: DML of set-up objects and others may mix across switches. */
  userSwitches = 0;
  private runningUser: RunningUser;

  constructor(
    readonly org: Org,
    user: RunningUser,
    readonly limits: Limits,
    readonly quiddity: Quiddity,
    requestId: string
  ) {
    this.runningUser = user;
    this.requestId = requestId;
  }

  get user(): RunningUser {
    return this.runningUser;
  }

  /** Switched by System.runAs. */
  set user(user: RunningUser) {
    this.runningUser = user;
    this.userSwitches++;
  }
}

let current: Transaction | null = null;

/** The running transaction. */
export function tx(): Transaction {
  if (!current) throw new Error('No transaction is running.');
  return current;
}

export function hasTransaction(): boolean {
  return current !== null;
}

/** Makes `transaction` the running one while `work` runs. */
export function within<T>(transaction: Transaction, work: () => T): T {
  const previous = current;
  current = transaction;
  try {
    return work();
  } finally {
    current = previous;
  }
}
