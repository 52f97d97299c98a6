/**
 * How a built-in class is declared: one Apex-like header and a table from Apex signature to implementation.
 *
 *   export const stringClass = builtin('class String', {
 *     'static String valueOf(Object value)': (value: unknown) => toText(value),
 *     'Integer length()': (self: string) => self.length,
 *   });
 *   export const httpClass = builtin('class Http', {
 *     'Http()': () => new HttpClient(),                                    // constructor: answers the instance
 *     'HttpResponse send(HttpRequest request)': (self: HttpClient, request: HttpRequest) => …,
 *   });
 *   builtin('class Math', { 'static final Decimal PI': { get: () => … } });
 *   builtin('class Database.DMLOptions', { 'Boolean optAllOrNone': { get: (self) => …, set: (self, value) => … } });   // a property
 *   builtin('interface Comparable', { 'Integer compareTo(Object other)': null });          // null: to be implemented by Apex classes
 *   builtin('interface Database.Batchable<T>', {…}); builtin('class List<T> implements Iterable<T>', {…});
 *   builtin('enum LoggingLevel', {}, ['NONE', 'ERROR', …]);
 *   builtin('virtual class Exception', …), builtin('class DmlException extends Exception', …)
 *
 * Headers name the namespace except for System: `Schema.DescribeSObjectResult`, `Database.SaveResult`, `Test`, `JSON`.
 * The namespace System is found with and without its prefix, Schema and Database types with theirs (Schema types without it, too).
 *
 * Implementations get values as described in ../values (Integer: number, Long: bigint, Double: ApexDouble, Decimal: ApexDecimal, String and Id: string, …),
 * already converted to the parameter types, and answer a value of the declared type. `self` is never null (the compiled code checks).
 * An argument may be null: throw what the platform throws.
 */
export type Implementation = ((...args: never[]) => unknown) | null;

export interface PropertyImplementation {
  readonly get: (...args: never[]) => unknown;
  readonly set?: (...args: never[]) => void;
}

export interface BuiltinDeclaration {
  readonly header: string;
  readonly members: Readonly<Record<string, Implementation | PropertyImplementation>>;
  readonly constants: readonly string[];
}

export function builtin(
  header: string,
  members: Readonly<Record<string, Implementation | PropertyImplementation>>,
  constants: readonly string[] = []
): BuiltinDeclaration {
  return { header, members, constants };
}
