import { Types, type ApexType } from '../../values/apexType.js';
import type { Conditional, Expression, InstanceOf, Literal, Unary } from '../syntax/index.js';
import { castable, commonType } from '../types/conversions.js';
import { resolveIn } from '../types/declarations.js';
import { BOOLEAN, DECIMAL, ERROR, INTEGER, isError, LONG, OBJECT, STRING } from '../types/kinds.js';
import { assignment, increment } from './assignments.js';
import { call } from './calls.js';
import { BROKEN, closed, code, NULL, Prec, wrap, type Code } from './code.js';
import { castTo, checked, condition, convertTo, decimalConstant, doubleConstant, implicit, operand, singleRow } from './convert.js';
import { newList, newMap, newObject, newSet } from './creation.js';
import type { Fn } from './function.js';
import { valueOfName, valueOfField } from './names.js';
import { binary, negated } from './operators.js';
import { soql, sosl } from './soql.js';

/** Compiles an expression; a chain that began with `?.` is still open to its right. */
export function expression(fn: Fn, node: Expression): Code {
  switch (node.kind) {
    case 'literal':
      return literal(fn, node);
    case 'name':
      return valueOfName(fn, node);
    case 'fieldAccess':
      return valueOfField(fn, node);
    case 'index':
      return index(fn, node.target, node.index);
    case 'call':
      return call(fn, node);
    case 'new':
      return newObject(fn, node);
    case 'newList':
      return newList(fn, node);
    case 'newSet':
      return newSet(fn, node);
    case 'newMap':
      return newMap(fn, node);
    case 'cast':
      return castTo(fn, expression(fn, node.value), typeOf(fn, node.type), node.position);
    case 'instanceOf':
      return instanceOf(fn, node);
    case 'unary':
      return unary(fn, node);
    case 'binary':
      return binary(fn, node);
    case 'assign':
      return assignment(fn, node);
    case 'conditional':
      return conditional(fn, node);
    case 'classLiteral':
      return classLiteral(fn, typeOf(fn, node.type));
    case 'soql':
      return soql(fn, node);
    case 'sosl':
      return sosl(fn, node);
    case 'this':
      return thisValue(fn, node);
    case 'super':
      return superValue(fn, node);
  }
}

/** The whole expression as one value. */
export function value(fn: Fn, node: Expression): Code {
  return closed(expression(fn, node));
}

/** The expression as a value of the type. */
export function valueAs(fn: Fn, node: Expression, type: ApexType): Code {
  return convertTo(fn, expression(fn, node), type, node.position);
}

export function typeOf(fn: Fn, reference: Parameters<typeof resolveIn>[3]): ApexType {
  return resolveIn(fn.world, fn.owner, fn.script.diagnostics, reference);
}

function literal(fn: Fn, node: Literal): Code {
  switch (node.type) {
    case 'null':
      return NULL;
    case 'String':
      return code(JSON.stringify(node.value), STRING, Prec.member, true);
    case 'Boolean':
      return code(String(node.value), BOOLEAN, Prec.member, true);
    case 'Integer':
      return integerLiteral(node.value as number);
    case 'Long':
      return longLiteral(node.value as bigint);
    case 'Decimal':
      return decimalConstant(fn, String(node.value));
    case 'Double':
      return doubleConstant(fn, node.value as number);
  }
}

function integerLiteral(number: number): Code {
  return { ...code(String(number), INTEGER, number < 0 ? Prec.unary : Prec.member, true), literal: number };
}

function longLiteral(number: bigint): Code {
  return { ...code(`${number}n`, LONG, number < 0n ? Prec.unary : Prec.member, true), literal: number };
}

function thisValue(fn: Fn, node: Expression): Code {
  if (fn.options.isStatic || !fn.owner) {
    fn.report(node.position, `${node.kind} cannot be used in a static context`);
    return BROKEN;
  }
  return code('this', fn.owner.type, Prec.member, true);
}

/** Only for members: `super.name`. */
function superValue(fn: Fn, node: Expression): Code {
  const self = thisValue(fn, node);
  return isError(self.type) ? self : code('super', fn.owner?.superclass ?? OBJECT, Prec.member, true);
}

function index(fn: Fn, target: Expression, position: Expression): Code {
  const list = expression(fn, target);
  const at = valueAs(fn, position, INTEGER);
  if (isError(list.type)) return BROKEN;
  if (list.type.kind !== 'list') {
    fn.report(target.position, `Expression must be a list type: ${list.type.name}`);
    return BROKEN;
  }
  const js = `${wrap(checked(fn, list), Prec.member)}.at(${checked(fn, at).js})`;
  return { ...code(js, list.type.arguments[0]), guard: list.guard };
}

function unary(fn: Fn, node: Unary): Code {
  const { operator } = node;
  if (operator === '++' || operator === '--') return increment(fn, node, true);
  if (operator === '!') {
    const inner = condition(fn, expression(fn, node.operand), node.operand.position);
    return code(`!${wrap(inner, Prec.unary)}`, BOOLEAN, Prec.unary, true);
  }
  const inner = value(fn, node.operand);
  if (operator === '~') return complement(fn, node, inner);
  if (operator === '+') return inner;
  if (typeof inner.literal === 'number' && inner.type === INTEGER) return integerLiteral(-inner.literal | 0);
  if (typeof inner.literal === 'bigint') return longLiteral(BigInt.asIntN(64, -inner.literal));
  if (typeof inner.literal === 'number') return doubleConstant(fn, -inner.literal);
  if (typeof inner.literal === 'string' && inner.type === DECIMAL) return decimalConstant(fn, `-${inner.literal}`);
  return negated(fn, inner, node.position);
}

function complement(fn: Fn, node: Unary, inner: Code): Code {
  if (inner.type === INTEGER || inner.type === LONG) return code(`~${operand(fn, inner, Prec.unary)}`, inner.type, Prec.unary, true);
  if (!isError(inner.type)) fn.report(node.position, 'Bitwise operators must use Integer, Long or Boolean arguments');
  return BROKEN;
}

function conditional(fn: Fn, node: Conditional): Code {
  const test = condition(fn, expression(fn, node.condition), node.condition.position);
  const [left, right] = [expression(fn, node.then), expression(fn, node.otherwise)];
  const then = left.singleRow && right.type.kind === 'sobject' ? singleRow(fn, left) : closed(left);
  const otherwise = right.singleRow && left.type.kind === 'sobject' ? singleRow(fn, right) : closed(right);
  if (isError(then.type) || isError(otherwise.type)) return BROKEN;
  const type = commonType(fn.world, then.type, otherwise.type);
  if (!type) {
    fn.report(node.position, `Incompatible types in ternary operator: ${then.type.name}, ${otherwise.type.name}`);
    return BROKEN;
  }
  const [a, b] = [implicit(fn, then, type), implicit(fn, otherwise, type)];
  const js = `${wrap(test, Prec.or)} ? ${wrap(a, Prec.assign)} : ${wrap(b, Prec.assign)}`;
  return code(js, type, Prec.conditional, a.nonNull && b.nonNull);
}

function instanceOf(fn: Fn, node: InstanceOf): Code {
  const inner = value(fn, node.value);
  const type = typeOf(fn, node.type);
  if (isError(inner.type) || isError(type)) return BROKEN;
  if (inner.type !== Types.null && !castable(fn.world, inner.type, type)) {
    fn.report(node.position, `Incompatible types since an instance of ${inner.type.name} is never an instance of ${type.name}`);
    return BROKEN;
  }
  return code(`${fn.script.helper('isInstance')}(${inner.js}, ${fn.script.type(type)})`, BOOLEAN, Prec.member, true);
}

function classLiteral(fn: Fn, type: ApexType): Code {
  if (isError(type)) return BROKEN;
  const typeType = fn.world.builtin('Type') ?? ERROR;
  return code(`${fn.script.helper('typeObject')}(${fn.script.type(type)})`, typeType, Prec.member, true);
}
