import { ApexException } from '../values/index.js';
import type { MethodInfo } from '../values/apexType.js';
import type { Org } from '../org/contracts.js';
import { newTestState, runTransaction } from '../org/run.js';
import { discoverTests, type TestClass } from './discover.js';

export interface TestResult {
  readonly className: string;
  readonly method: string;
  readonly passed: boolean;
  readonly message: string | null;
  readonly stackTrace: string | null;
  readonly milliseconds: number;
}

export interface RunTestsOptions {
  readonly selection?: readonly string[];
  readonly failFast?: boolean;
  readonly onResult?: (result: TestResult) => void;
}

/**
 * Runs Apex tests as the platform does: each class sees no data but what its @TestSetup made, each method is its own transaction with its own
 * static variables and limits, and everything is rolled back after it (Apex Developer Guide, "Isolation of Test Data", "Using Test Setup Methods").
 */
export function runTests(org: Org, options: RunTestsOptions = {}): TestResult[] {
  const results: TestResult[] = [];
  for (const testClass of discoverTests(org.program, options.selection)) {
    if (!runClass(org, testClass, options, results)) break;
  }
  return results;
}

function runClass(org: Org, testClass: TestClass, options: RunTestsOptions, results: TestResult[]): boolean {
  org.store.savepoint('test_class');
  try {
    const setupFailure = runSetups(org, testClass);
    for (const method of testClass.methods) {
      const result = setupFailure
        ? { ...failed(setupFailure), className: testClass.name, method: method.name, milliseconds: 0 }
        : runMethod(org, testClass, method);
      results.push(result);
      options.onResult?.(result);
      if (!result.passed && options.failFast) return false;
    }
    return true;
  } finally {
    org.store.rollbackTo('test_class');
    org.store.release('test_class');
    org.access.invalidate();
  }
}

function runSetups(org: Org, testClass: TestClass): unknown {
  for (const setup of testClass.setups) {
    const failure = runIsolated(org, testClass.name, setup.name);
    if (failure) return failure;
  }
  return null;
}

function runMethod(org: Org, testClass: TestClass, method: MethodInfo): TestResult {
  const started = performance.now();
  org.store.savepoint('test_method');
  const failure = runIsolated(org, testClass.name, method.name);
  org.store.rollbackTo('test_method');
  org.store.release('test_method');
  org.access.invalidate();
  const milliseconds = performance.now() - started;
  const verdict = failure ? failed(failure) : { passed: true, message: null, stackTrace: null };
  return { ...verdict, className: testClass.name, method: method.name, milliseconds };
}

function runIsolated(org: Org, className: string, method: string): unknown {
  try {
    runTransaction(org, { user: org.access.defaultUser(), quiddity: 'RUNTEST_SYNC', kind: 'sync' }, (transaction) => {
      transaction.test = newTestState();
      org.program.invokeStatic(className, method, []);
      // Jobs that were asked for outside startTest and stopTest run when the method ends: so the Apex Developer Guide says of scheduled jobs ("Testing the
      // Apex Scheduler"), and so orgs were observed to do with queueables (salesforce.stackexchange.com, question 298040).
      if (!transaction.test.stopped) org.async.drain();
    });
    return null;
  } catch (error) {
    return error ?? new Error('The test threw nothing that can be described.');
  }
}

function failed(failure: unknown): { passed: false; message: string; stackTrace: string | null } {
  if (failure instanceof ApexException) {
    return { passed: false, message: `${failure.typeName}: ${failure.getMessage$0()}`, stackTrace: failure.stackTraceString };
  }
  const error = failure instanceof Error ? failure : new Error(String(failure));
  return { passed: false, message: `${error.name}: ${error.message}`, stackTrace: error.stack ?? null };
}
