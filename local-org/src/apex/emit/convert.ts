import { ApexDecimal, ApexDouble } from '../../values/index.js';
import type { ApexType } from '../../values/apexType.js';
import type { Position } from '../syntax/index.js';
import { assignable, castable, distance, NEVER } from '../types/conversions.js';
import { BOOLEAN, DATE, DATETIME, DECIMAL, DOUBLE, ID, INTEGER, isError, isNumeric, LONG, OBJECT, STRING } from '../types/kinds.js';
import { Types } from '../../values/apexType.js';
import { BROKEN, closed, code, Prec, wrap, type Code } from './code.js';
import type { Fn } from './function.js';

/** The value as one of type `target`, with the implicit conversion that Apex does; reports an illegal assignment. */
export function convertTo(fn: Fn, value: Code, target: ApexType, position: Position, message?: (from: string, to: string) => string): Code {
  if (value.singleRow && !['list', 'primitive', 'interface', 'class'].includes(target.kind)) return singleRow(fn, value, target);
  if (!assignable(fn.world, value.type, target)) {
    fn.report(position, message?.(value.type.name, target.name) ?? `Illegal assignment from ${value.type.name} to ${target.name}`);
    return BROKEN;
  }
  return implicit(fn, closed(value), target);
}

/** A query's only row. */
export function singleRow(fn: Fn, value: Code, target: ApexType = value.singleRow!): Code {
  const row = code(`${fn.script.helper('single')}(${value.js})`, value.singleRow!);
  return distance(fn.world, row.type, target) === NEVER ? { ...row, type: target } : row;
}

/** The conversion alone: the types are known to fit. */
export function implicit(fn: Fn, value: Code, target: ApexType): Code {
  const { type } = value;
  if (type === target || type === Types.null || isError(type) || isError(target))
    return { ...value, type: target === OBJECT ? type : target };
  if (isNumeric(type) && isNumeric(target)) return widened(fn, value, target);
  if (type === STRING && target === ID) return { ...code(`${fn.script.helper('id')}(${value.js})`, ID), nonNull: value.nonNull };
  if (type === DATE && target === DATETIME)
    return { ...code(`${fn.script.helper('toDatetime')}(${value.js})`, DATETIME), nonNull: value.nonNull };
  return value;
}

function widened(fn: Fn, value: Code, target: ApexType): Code {
  if (value.literal !== undefined) {
    const literal = literalAs(fn, value.literal, target);
    if (literal) return literal;
  }
  const helper = target === LONG ? 'toLong' : target === DOUBLE ? 'toDouble' : 'toDecimal';
  if (target === LONG && value.nonNull) return code(`BigInt(${value.js})`, LONG, Prec.member, true);
  return code(`${fn.script.helper(helper)}(${value.js})`, target, Prec.member, value.nonNull);
}

/** A constant of the type, made once for the script. */
function literalAs(fn: Fn, literal: string | number | bigint, target: ApexType): Code | null {
  if (target === DECIMAL) return decimalConstant(fn, String(literal));
  if (target === DOUBLE) return doubleConstant(fn, Number(literal));
  if (target === LONG && typeof literal === 'number')
    return { ...code(`${literal}n`, LONG, literal < 0 ? Prec.unary : Prec.member, true), literal: BigInt(literal) };
  return null;
}

export function decimalConstant(fn: Fn, text: string): Code {
  const name = fn.script.literal(
    `decimal:${text}`,
    () => ApexDecimal.parse(text),
    `decimal_${text.replace('.', '_').replace('-', 'minus_')}`
  );
  return { ...code(name, DECIMAL, Prec.member, true), literal: text };
}

export function doubleConstant(fn: Fn, value: number): Code {
  const name = fn.script.literal(
    `double:${value}`,
    () => new ApexDouble(value),
    `double_${String(value).replace('.', '_').replace('-', 'minus_')}`
  );
  return { ...code(name, DOUBLE, Prec.member, true), literal: value };
}

/** `(Type) value` */
export function castTo(fn: Fn, original: Code, target: ApexType, position: Position): Code {
  const value = original.singleRow && target.kind === 'sobject' ? singleRow(fn, original) : closed(original);
  const { type } = value;
  if (isError(type) || isError(target)) return { ...value, type: target };
  if (!castable(fn.world, type, target)) {
    fn.report(position, `Incompatible types since an instance of ${type.name} is never an instance of ${target.name}`);
    return BROKEN;
  }
  if (type === target || type === Types.null) return { ...value, type: target };
  if (isNumeric(type) && isNumeric(target)) return numericCast(fn, value, target);
  if (assignable(fn.world, type, target) && !needsCheck(type, target)) return { ...implicit(fn, value, target), type: target };
  const { script } = fn;
  return code(`${script.helper('cast')}(${value.js}, ${script.type(target)})`, target, Prec.member, value.nonNull);
}

/** Lists of sObjects fit by their static types and are checked all the same when cast. */
function needsCheck(from: ApexType, to: ApexType): boolean {
  return (from.kind === 'list' && to.kind === 'list') || (from.kind === 'map' && to.kind === 'map');
}

function numericCast(fn: Fn, value: Code, target: ApexType): Code {
  if (target === INTEGER) return code(`${fn.script.helper('narrowInteger')}(${value.js})`, INTEGER, Prec.member, value.nonNull);
  if (target === LONG)
    return value.type === INTEGER
      ? widened(fn, value, LONG)
      : code(`${fn.script.helper('narrowLong')}(${value.js})`, LONG, Prec.member, value.nonNull);
  return widened(fn, value, target);
}

/** The value where null throws: an operand, or what a member is read from. */
export function checked(fn: Fn, value: Code): Code {
  if (value.nonNull || isError(value.type)) return value;
  return { ...value, js: `${fn.script.helper('nn')}(${value.js})`, prec: Prec.member, nonNull: true };
}

/** A condition: Boolean, and null throws as it does on the platform. */
export function condition(fn: Fn, original: Code, position: Position): Code {
  const value = closed(original);
  if (value.type !== BOOLEAN && !isError(value.type)) {
    fn.report(position, `Condition expression must be of type Boolean: ${value.type.name}`);
    return BROKEN;
  }
  return checked(fn, value);
}

/** An operand with the parentheses it needs, checked for null. */
export function operand(fn: Fn, value: Code, prec: number): string {
  return wrap(checked(fn, value), prec);
}
