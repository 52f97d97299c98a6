import { equals, isInstance, raise, toText, type TypeToken, typeOf } from '../values/index.js';
import { builtin } from './declare.js';

/**
 * Apex Reference, "Assert Class" and the assertions of "System Class". A failed assertion throws the uncatchable System.AssertException:
 * `Assertion Failed: message: Expected: 1, Actual: 2`.
 */

function fail(message: unknown, detail: string | null): never {
  const text = message === null ? '' : toText(message);
  const parts = [text, detail ?? ''].filter((part) => part !== '');
  return raise('AssertException', parts.length > 0 ? `Assertion Failed: ${parts.join(': ')}` : 'Assertion Failed');
}

function isTrue(condition: boolean | null, message: unknown): void {
  if (condition !== true) fail(message, null);
}

function areEqual(expected: unknown, actual: unknown, message: unknown = null): void {
  if (!asserted(expected, actual)) fail(message, `Expected: ${toText(expected)}, Actual: ${toText(actual)}`);
}

function areNotEqual(notExpected: unknown, actual: unknown, message: unknown = null): void {
  if (asserted(notExpected, actual)) fail(message, `Same value: ${toText(notExpected)}`);
}

/** Unlike `==`, assertEquals tells `a` from `A` (observed on the platform). */
function asserted(a: unknown, b: unknown): boolean {
  return typeof a === 'string' && typeof b === 'string' ? a === b : equals(a, b);
}

function instanceOf(value: unknown, type: TypeToken, message: unknown, expected: boolean): void {
  if (isInstance(value, type.type) === expected) return;
  const actual = value === null ? 'null' : typeOf(value).name;
  fail(
    message,
    expected ? `Expected type: ${type.name}, Actual type: ${actual}` : `Not expected type: ${type.name}, Actual type: ${actual}`
  );
}

export const declarations = [
  builtin('class System', {
    'static void assert(Boolean condition)': (condition: boolean | null) => isTrue(condition, null),
    'static void assert(Boolean condition, Object msg)': isTrue,
    'static void assertEquals(Object expected, Object actual)': areEqual,
    'static void assertEquals(Object expected, Object actual, Object msg)': areEqual,
    'static void assertNotEquals(Object expected, Object actual)': areNotEqual,
    'static void assertNotEquals(Object expected, Object actual, Object msg)': areNotEqual
  }),
  builtin('class Assert', {
    'static void areEqual(Object expected, Object actual)': areEqual,
    'static void areEqual(Object expected, Object actual, String msg)': areEqual,
    'static void areNotEqual(Object notExpected, Object actual)': areNotEqual,
    'static void areNotEqual(Object notExpected, Object actual, String msg)': areNotEqual,
    'static void fail()': () => fail(null, null),
    'static void fail(String msg)': (message: string | null) => fail(message, null),
    'static void isTrue(Boolean condition)': (condition: boolean | null) => isTrue(condition, null),
    'static void isTrue(Boolean condition, String msg)': isTrue,
    'static void isFalse(Boolean condition)': (condition: boolean | null) => isTrue(condition === false, null),
    'static void isFalse(Boolean condition, String msg)': (condition: boolean | null, message: unknown) =>
      isTrue(condition === false, message),
    'static void isNull(Object value)': (value: unknown) => areEqual(null, value),
    'static void isNull(Object value, String msg)': (value: unknown, message: unknown) => areEqual(null, value, message),
    'static void isNotNull(Object value)': (value: unknown) => areNotEqual(null, value),
    'static void isNotNull(Object value, String msg)': (value: unknown, message: unknown) => areNotEqual(null, value, message),
    'static void isInstanceOfType(Object instance, Type expectedType)': (value: unknown, type: TypeToken) =>
      instanceOf(value, type, null, true),
    'static void isInstanceOfType(Object instance, Type expectedType, String msg)': (value: unknown, type: TypeToken, message: unknown) =>
      instanceOf(value, type, message, true),
    'static void isNotInstanceOfType(Object instance, Type notExpectedType)': (value: unknown, type: TypeToken) =>
      instanceOf(value, type, null, false),
    'static void isNotInstanceOfType(Object instance, Type notExpectedType, String msg)': (
      value: unknown,
      type: TypeToken,
      message: unknown
    ) => instanceOf(value, type, message, false)
  })
];
