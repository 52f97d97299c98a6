import type { Limits, Org, RunningUser } from '../../src/org/contracts.js';
import { Transaction, within, type Quiddity } from '../../src/org/transaction.js';
import { allDeclarations } from '../../src/stdlib/all.js';
import { BuiltinRegistry } from '../../src/stdlib/builtinRegistry.js';
import {
  ApexDatetime,
  ApexException,
  ApexList,
  ApexObject,
  ApexSet,
  isInstance,
  setBuiltinTypeResolver,
  typeOf,
  Types,
  type MethodInfo,
  type PrimitiveName
} from '../../src/values/index.js';

export const registry = new BuiltinRegistry(() => [...new Set(allDeclarations())]);
setBuiltinTypeResolver((name) => registry.find(name));

export const NOW = Date.UTC(2024, 1, 29, 18, 30, 15, 250);

const user: RunningUser = {
  id: '005000000000001AAA',
  username: 'ada@example.com',
  name: 'Ada Lovelace',
  profileId: '00e000000000001AAA',
  timeZone: 'America/Los_Angeles',
  locale: 'en_US',
  language: 'en_US'
};

/** The parts of an org that built-ins of the core ask for: a clock, a program without classes, an empty schema. */
function bareOrg(): Org {
  return {
    clock: { now: () => NOW },
    schema: { object: () => undefined, objectByPrefix: () => undefined, objects: () => [] },
    program: { type: (name: string) => registry.find(name) },
    metadata: { remoteSites: [] }
  } as unknown as Org;
}

function bareLimits(): Limits {
  const used = new Map<string, number>();
  return {
    used: (name: string) => used.get(name) ?? 0,
    count: (name: string, by = 1) => void used.set(name, (used.get(name) ?? 0) + by)
  } as unknown as Limits;
}

/** A transaction of Ada in California on 2024-02-29, 10:30:15.250 local time. */
export function transaction(quiddity: Quiddity = 'SYNC', changes: Partial<RunningUser> = {}): Transaction {
  return new Transaction(bareOrg(), { ...user, ...changes }, bareLimits(), quiddity, 'request');
}

/** Calls `Type.method` as compiled code would: the receiver first, unless the method is static. */
export function call(name: string, ...values: unknown[]): unknown {
  const [typeName, methodName] = [name.slice(0, name.lastIndexOf('.')), name.slice(name.lastIndexOf('.') + 1)];
  const info = registry.find(typeName)?.info;
  if (!info) throw new Error(`No built-in type ${typeName}`);
  const candidates =
    methodName === 'new' ? info.constructors : info.methods.filter((method) => method.name.toLowerCase() === methodName.toLowerCase());
  const fitting = candidates.filter((candidate) => fits(candidate, values, methodName === 'new'));
  // Of overloads that differ in a number's type, the one that has it exactly.
  const last = values.at(-1);
  const exact = typeof last === 'object' && !(last instanceof ApexObject) ? null : typeOf(last);
  const method = fitting.find((candidate) => candidate.parameters.at(-1)?.type === exact) ?? fitting[0];
  if (!method?.implementation) throw new Error(`No ${name} for these arguments`);
  return within(transaction(), () => (method.implementation as (...args: unknown[]) => unknown)(...values));
}

function fits(method: MethodInfo, values: readonly unknown[], isConstructor: boolean): boolean {
  const args = method.isStatic || isConstructor ? values : values.slice(1);
  return (
    args.length === method.parameters.length &&
    args.every(
      (value, i) => value === null || method.parameters[i].type.kind === 'parameter' || isInstanceOf(value, method.parameters[i].type)
    )
  );
}

function isInstanceOf(value: unknown, type: MethodInfo['parameters'][number]['type']): boolean {
  if (type.arguments.some((argument) => argument.kind === 'parameter'))
    return type.kind === 'list' ? value instanceof ApexList : type.kind !== 'set' || value instanceof ApexSet;
  if (typeof value === 'number') return type.key === 'integer' || type.key === 'object';
  return isInstance(value, type);
}

export function list(element: PrimitiveName, ...items: unknown[]): ApexList {
  return new ApexList(Types.primitive(element), items);
}

export function utc(text: string): ApexDatetime {
  return new ApexDatetime(Date.parse(text));
}

/** The exception that the work throws, as `Type: message`. */
export function thrown(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ApexException) return error.toString();
    throw error;
  }
  return 'nothing';
}
