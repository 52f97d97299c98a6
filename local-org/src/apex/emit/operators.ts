import type { ApexType } from '../../values/apexType.js';
import { Types } from '../../values/apexType.js';
import type { Binary, BinaryOperator, Position } from '../syntax/index.js';
import { assignable, castable, commonType } from '../types/conversions.js';
import {
  BOOLEAN,
  DATE,
  DATETIME,
  DECIMAL,
  DOUBLE,
  ID,
  INTEGER,
  isError,
  isNumeric,
  isText,
  LONG,
  OBJECT,
  promoted,
  STRING,
  TIME
} from '../types/kinds.js';
import { BROKEN, closed, code, Prec, wrap, type Code } from './code.js';
import { checked, condition, implicit, operand, singleRow } from './convert.js';
import { expression } from './expressions.js';
import type { Fn } from './function.js';

export function binary(fn: Fn, node: Binary): Code {
  switch (node.operator) {
    case '&&':
    case '||':
      return logical(
        fn,
        node.operator,
        condition(fn, expression(fn, node.left), node.left.position),
        condition(fn, expression(fn, node.right), node.right.position)
      );
    case '??':
      return coalesce(fn, node);
    default:
      return applyBinary(fn, node.operator, closed(expression(fn, node.left)), closed(expression(fn, node.right)), node.position);
  }
}

function logical(fn: Fn, operator: '&&' | '||', left: Code, right: Code): Code {
  const prec = operator === '&&' ? Prec.and : Prec.or;
  return code(`${operand(fn, left, prec)} ${operator} ${operand(fn, right, prec + 1)}`, BOOLEAN, prec, true);
}

/** `a ?? b`: a query on the left gives its row, or null when there is none. */
function coalesce(fn: Fn, node: Binary): Code {
  const rows = expression(fn, node.left);
  const rightValue = expression(fn, node.right);
  const single = rows.singleRow && rightValue.type.kind !== 'list';
  const left = single ? code(`${fn.script.helper('singleOrNull')}(${rows.js})`, rows.singleRow) : closed(rows);
  const right = rightValue.singleRow && left.type.kind === 'sobject' ? singleRow(fn, rightValue) : closed(rightValue);
  if (isError(left.type) || isError(right.type)) return BROKEN;
  const type = commonType(fn.world, left.type, right.type) ?? OBJECT;
  const [a, b] = [implicit(fn, left, type), implicit(fn, right, type)];
  return code(`(${wrap(a, Prec.bitOr)} ?? ${wrap(b, Prec.bitOr)})`, type, Prec.member, b.nonNull);
}

/** A binary operation on two values; also what compound assignments do. */
export function applyBinary(fn: Fn, operator: BinaryOperator, left: Code, right: Code, position: Position): Code {
  if (isError(left.type) || isError(right.type)) return BROKEN;
  switch (operator) {
    case '+':
      if (left.type === STRING || right.type === STRING || (isText(left.type) && isText(right.type))) return concatenation(fn, left, right);
      return arithmetic(fn, '+', left, right, position);
    case '-':
    case '*':
    case '/':
      return arithmetic(fn, operator, left, right, position);
    case '&':
    case '|':
    case '^':
      return bitwise(fn, operator, left, right, position);
    case '<<':
    case '>>':
    case '>>>':
      return shift(fn, operator, left, right, position);
    case '==':
    case '!=':
      return equality(fn, operator === '!=', left, right, position);
    case '===':
    case '!==':
      return identity(fn, operator === '!==', left, right);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return relation(fn, operator, left, right, position);
    default:
      fn.report(position, `Not supported: operator ${operator}`);
      return BROKEN;
  }
}

// --------------------------------------------------------------------------------------------- text

/** JavaScript concatenates these as Apex does, null as 'null' included. */
const NATIVE_TEXT: ReadonlySet<ApexType> = new Set([STRING, ID, INTEGER, LONG, BOOLEAN]);

function concatenation(fn: Fn, left: Code, right: Code): Code {
  const a = text(fn, left);
  const b = text(fn, right);
  const start = isJsString(left, a) || isJsString(right, b) ? '' : `'' + `;
  return code(`${start}${wrap(a, Prec.additive)} + ${wrap(b, Prec.additive + 1)}`, STRING, Prec.additive, true);
}

/** One operand must be a JavaScript string for `+` to concatenate. */
function isJsString(value: Code, converted: Code): boolean {
  return converted !== value || (isText(value.type) && value.nonNull);
}

function text(fn: Fn, value: Code): Code {
  if (NATIVE_TEXT.has(value.type)) return value;
  return code(`${fn.script.helper('text')}(${value.js})`, STRING, Prec.member, true);
}

// --------------------------------------------------------------------------------------- arithmetic

type Arithmetic = '+' | '-' | '*' | '/';

function arithmetic(fn: Fn, operator: Arithmetic, left: Code, right: Code, position: Position): Code {
  if (isNumeric(left.type) && isNumeric(right.type)) return numeric(fn, operator, left, right);
  if ((operator === '+' || operator === '-') && isTemporal(left.type) && isNumeric(right.type)) return temporal(fn, operator, left, right);
  fn.report(position, arithmeticMessage(left.type, right.type));
  return BROKEN;
}

function arithmeticMessage(left: ApexType, right: ApexType): string {
  if (isTemporal(left) || isTemporal(right))
    return `${left === DATETIME ? 'DateTime' : left.name} arithmetic expressions must use Integer, Long, Double or Decimal arguments`;
  return 'Arithmetic expressions must use numeric arguments';
}

function isTemporal(type: ApexType): boolean {
  return type === DATE || type === DATETIME || type === TIME;
}

function temporal(fn: Fn, operator: '+' | '-', left: Code, right: Code): Code {
  const { script } = fn;
  const amount =
    right.type === INTEGER
      ? checked(fn, right)
      : code(`${script.helper('toNumber')}(${checked(fn, right).js})`, INTEGER, Prec.member, true);
  const signed = operator === '-' ? `-${wrap(amount, Prec.unary)}` : amount.js;
  return code(`${script.helper('addTime')}(${checked(fn, left).js}, ${signed})`, left.type, Prec.member, true);
}

function numeric(fn: Fn, operator: Arithmetic, left: Code, right: Code): Code {
  const type = promoted(left.type, right.type);
  if (type === INTEGER) return integer(fn, operator, left, right);
  if (type === DOUBLE) return double(fn, operator, left, right);
  const [a, b] = [implicit(fn, checked(fn, left), type), implicit(fn, checked(fn, right), type)];
  if (type === LONG) return long(fn, operator, a, b);
  const method = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' }[operator];
  return code(`${wrap(a, Prec.member)}.${method}(${b.js})`, DECIMAL, Prec.member, true);
}

function integer(fn: Fn, operator: Arithmetic, left: Code, right: Code): Code {
  const [a, b] = [checked(fn, left), checked(fn, right)];
  if (operator === '*') return code(`Math.imul(${a.js}, ${b.js})`, INTEGER, Prec.member, true);
  if (operator === '/') return code(`${fn.script.helper('idiv')}(${a.js}, ${b.js})`, INTEGER, Prec.member, true);
  return code(`(${wrap(a, Prec.additive)} ${operator} ${wrap(b, Prec.additive + 1)}) | 0`, INTEGER, Prec.bitOr, true);
}

function long(fn: Fn, operator: Arithmetic, a: Code, b: Code): Code {
  const { script } = fn;
  if (operator === '/') return code(`${script.helper('ldiv')}(${a.js}, ${b.js})`, LONG, Prec.member, true);
  const prec = operator === '*' ? Prec.multiplicative : Prec.additive;
  return code(`${script.helper('long')}(${wrap(a, prec)} ${operator} ${wrap(b, prec + 1)})`, LONG, Prec.member, true);
}

function double(fn: Fn, operator: Arithmetic, left: Code, right: Code): Code {
  const { script } = fn;
  const [a, b] = [float(fn, left), float(fn, right)];
  const prec = operator === '*' ? Prec.multiplicative : Prec.additive;
  const result = operator === '/' ? `${script.helper('ddiv')}(${a.js}, ${b.js})` : `${wrap(a, prec)} ${operator} ${wrap(b, prec + 1)}`;
  return code(`new ${script.helper('Double')}(${result})`, DOUBLE, Prec.member, true);
}

/** The JavaScript number of a value that takes part in Double arithmetic. */
function float(fn: Fn, value: Code): Code {
  if (typeof value.literal === 'number') return code(String(value.literal), DOUBLE, value.literal < 0 ? Prec.unary : Prec.member, true);
  const present = checked(fn, value);
  if (value.type === INTEGER) return present;
  if (value.type === LONG) return code(`Number(${present.js})`, DOUBLE, Prec.member, true);
  return code(`${wrap(present, Prec.member)}.value`, DOUBLE, Prec.member, true);
}

export function negated(fn: Fn, value: Code, position: Position): Code {
  if (isError(value.type)) return BROKEN;
  if (!isNumeric(value.type)) {
    fn.report(position, 'Arithmetic expressions must use numeric arguments');
    return BROKEN;
  }
  const present = checked(fn, value);
  if (value.type === INTEGER) return code(`-${wrap(present, Prec.unary)} | 0`, INTEGER, Prec.bitOr, true);
  if (value.type === LONG) return code(`${fn.script.helper('long')}(-${wrap(present, Prec.unary)})`, LONG, Prec.member, true);
  if (value.type === DOUBLE)
    return code(`new ${fn.script.helper('Double')}(-${wrap(float(fn, value), Prec.unary)})`, DOUBLE, Prec.member, true);
  return code(`${wrap(present, Prec.member)}.negate()`, DECIMAL, Prec.member, true);
}

// --------------------------------------------------------------------------------------------- bits

function bitwise(fn: Fn, operator: '&' | '|' | '^', left: Code, right: Code, position: Position): Code {
  const prec = { '&': Prec.bitAnd, '|': Prec.bitOr, '^': Prec.bitXor }[operator];
  if (left.type === BOOLEAN && right.type === BOOLEAN) {
    return code(`(${operand(fn, left, prec)} ${operator} ${operand(fn, right, prec + 1)}) !== 0`, BOOLEAN, Prec.equality, true);
  }
  const type = promoted(left.type, right.type);
  if ((left.type !== INTEGER && left.type !== LONG) || (right.type !== INTEGER && right.type !== LONG)) {
    fn.report(position, 'Bitwise operators must use Integer, Long or Boolean arguments');
    return BROKEN;
  }
  const [a, b] = [implicit(fn, checked(fn, left), type), implicit(fn, checked(fn, right), type)];
  return code(`${wrap(a, prec)} ${operator} ${wrap(b, prec + 1)}`, type, prec, true);
}

function shift(fn: Fn, operator: '<<' | '>>' | '>>>', left: Code, right: Code, position: Position): Code {
  if ((left.type !== INTEGER && left.type !== LONG) || (right.type !== INTEGER && right.type !== LONG)) {
    fn.report(position, 'Shift operators must use Integer or Long arguments');
    return BROKEN;
  }
  if (left.type === INTEGER) {
    const count = right.type === LONG ? code(`Number(${checked(fn, right).js})`, INTEGER, Prec.member, true) : checked(fn, right);
    const js = `${operand(fn, left, Prec.shift)} ${operator} ${wrap(count, Prec.shift + 1)}`;
    return operator === '>>>' ? code(`(${js}) | 0`, INTEGER, Prec.bitOr, true) : code(js, INTEGER, Prec.shift, true);
  }
  const helper = { '<<': 'lshift', '>>': 'rshift', '>>>': 'ushift' }[operator];
  return code(
    `${fn.script.helper(helper)}(${checked(fn, left).js}, ${implicit(fn, checked(fn, right), LONG).js})`,
    LONG,
    Prec.member,
    true
  );
}

// ---------------------------------------------------------------------------------------- comparison

/** Values of these types are the same when JavaScript says so. */
function comparesNatively(type: ApexType): boolean {
  return type === INTEGER || type === LONG || type === BOOLEAN || type === ID || type.kind === 'enum';
}

function equality(fn: Fn, negative: boolean, left: Code, right: Code, position: Position): Code {
  const not = negative ? '!' : '';
  const native = negative ? '!==' : '===';
  if (left.type === Types.null || right.type === Types.null || (left.type === right.type && comparesNatively(left.type))) {
    return code(`${wrap(left, Prec.equality)} ${native} ${wrap(right, Prec.equality + 1)}`, BOOLEAN, Prec.equality, true);
  }
  if (isText(left.type) && isText(right.type)) {
    if (left.type === right.type) return helper(fn, not, 'eqText', left, right);
    const [a, b] = [implicit(fn, left, ID), implicit(fn, right, ID)];
    return code(`${wrap(a, Prec.equality)} ${native} ${wrap(b, Prec.equality + 1)}`, BOOLEAN, Prec.equality, true);
  }
  if (!comparable(fn, left.type, right.type)) {
    fn.report(position, `Comparison arguments must be compatible types: ${left.type.name}, ${right.type.name}`);
    return BROKEN;
  }
  return helper(fn, not, 'equals', left, right);
}

function comparable(fn: Fn, left: ApexType, right: ApexType): boolean {
  if (isNumeric(left) && isNumeric(right)) return true;
  return castable(fn.world, left, right) || assignable(fn.world, right, left);
}

function identity(fn: Fn, negative: boolean, left: Code, right: Code): Code {
  if (left.type === Types.null || right.type === Types.null || (left.type === right.type && comparesNatively(left.type))) {
    return code(`${wrap(left, Prec.equality)} ${negative ? '!==' : '==='} ${wrap(right, Prec.equality + 1)}`, BOOLEAN, Prec.equality, true);
  }
  return helper(fn, negative ? '!' : '', 'same', left, right);
}

function helper(fn: Fn, not: string, name: string, left: Code, right: Code): Code {
  return code(`${not}${fn.script.helper(name)}(${left.js}, ${right.js})`, BOOLEAN, not ? Prec.unary : Prec.member, true);
}

function relation(fn: Fn, operator: '<' | '<=' | '>' | '>=', left: Code, right: Code, position: Position): Code {
  const ordered =
    (isNumeric(left.type) && isNumeric(right.type)) ||
    (isText(left.type) && isText(right.type)) ||
    (isTemporal(left.type) && isTemporal(right.type) && (left.type === right.type || (left.type !== TIME && right.type !== TIME)));
  if (!ordered) {
    fn.report(position, `Comparison arguments must be compatible types: ${left.type.name}, ${right.type.name}`);
    return BROKEN;
  }
  if (left.type === INTEGER && right.type === INTEGER) return integerRelation(fn, operator, left, right);
  const [a, b] =
    isTemporal(left.type) && left.type !== right.type ? [implicit(fn, left, DATETIME), implicit(fn, right, DATETIME)] : [left, right];
  return helper(fn, '', { '<': 'less', '<=': 'lessOrEqual', '>': 'greater', '>=': 'greaterOrEqual' }[operator], a, b);
}

/** JavaScript takes null for 0 here: variables are tested inline, anything else goes to a helper. */
function integerRelation(fn: Fn, operator: '<' | '<=' | '>' | '>=', left: Code, right: Code): Code {
  const nullable = [left, right].filter((each) => !each.nonNull);
  if (nullable.every((each) => /^[\w$]+$/.test(each.js))) {
    const tests = nullable.map((each) => `${each.js} !== null && `).join('');
    const js = `${tests}${wrap(left, Prec.relational)} ${operator} ${wrap(right, Prec.relational + 1)}`;
    return code(js, BOOLEAN, tests ? Prec.and : Prec.relational, true);
  }
  return helper(fn, '', { '<': 'lessInt', '<=': 'lessOrEqualInt', '>': 'greaterInt', '>=': 'greaterOrEqualInt' }[operator], left, right);
}
