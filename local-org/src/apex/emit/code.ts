import { Types, type ApexType, type FieldInfo, type ObjectInfo } from './imports.js';
import { ERROR } from '../types/kinds.js';

/** How tightly JavaScript's operators bind, for leaving out parentheses. */
export const Prec = {
  comma: 1,
  assign: 2,
  conditional: 3,
  or: 4,
  and: 5,
  bitOr: 6,
  bitXor: 7,
  bitAnd: 8,
  equality: 9,
  relational: 10,
  shift: 11,
  additive: 12,
  multiplicative: 13,
  unary: 15,
  member: 20
} as const;

/** An expression in JavaScript with its Apex type. */
export interface Code {
  readonly js: string;
  readonly prec: number;
  readonly type: ApexType;
  /** Known not to be null: needs no check. */
  readonly nonNull: boolean;
  /** From a `?.` to its left: while this condition holds the whole chain is null. */
  readonly guard?: string;
  /** A query's result: assigned to a record, it is its only row. */
  readonly singleRow?: ApexType;
  /** A parent record: reading a field of it when it is null gives null. */
  readonly parent?: boolean;
  /** A field of a record: what `record.Field.addError(…)` needs. */
  readonly recordField?: { readonly record: string; readonly name: string };
  /** `Schema.SObjectType.Account`, `….fields`, `….fieldSets`; `Account.SObjectType`, `….fields`. */
  readonly describe?: { readonly info: ObjectInfo; readonly part: 'object' | 'fields' | 'fieldSets' | 'token' | 'tokenFields' };
  /** An Integer known at compile time (negative literals, constants of hoisted decimals). */
  readonly literal?: string | number | bigint;
}

export function code(js: string, type: ApexType, prec: number = Prec.member, nonNull = false): Code {
  return { js, type, prec, nonNull };
}

/** What stands for an expression that has an error. */
export const BROKEN: Code = { js: 'null', prec: Prec.member, type: ERROR, nonNull: true };

export const NULL: Code = { js: 'null', prec: Prec.member, type: Types.null, nonNull: false };

/** The expression, in parentheses where an operator of this precedence would tear it apart. */
export function wrap(value: Code, prec: number): string {
  return value.prec < prec ? `(${value.js})` : value.js;
}

/** A chain with `?.` as one value. */
export function closed(value: Code): Code {
  if (value.guard === undefined) return value;
  const js =
    value.type === Types.void ? `${value.guard} || ${wrap(value, Prec.and)}` : `${value.guard} ? null : ${wrap(value, Prec.conditional)}`;
  return { ...value, js, prec: value.type === Types.void ? Prec.or : Prec.conditional, nonNull: false, guard: undefined };
}

export type { FieldInfo, ObjectInfo };
