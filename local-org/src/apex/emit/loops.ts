import { Types, type ApexType } from '../../values/apexType.js';
import type {
  DoWhileStatement,
  Expression,
  ForEachStatement,
  ForStatement,
  LocalVariable,
  Statement,
  WhileStatement
} from '../syntax/index.js';
import { assignable } from '../types/conversions.js';
import { isError, OBJECT } from '../types/kinds.js';
import { closed, type Code } from './code.js';
import { checked, condition } from './convert.js';
import { expression, typeOf } from './expressions.js';
import type { Fn } from './function.js';
import { queryOf } from './soql.js';
import { effect, localDeclarations, nested } from './statements.js';

/** The body of a loop: each round lets the governor look. */
function body(fn: Fn, node: Statement): void {
  fn.loops += 1;
  fn.script.out.line(`${fn.script.helper('tick')}();`);
  nested(fn, node);
  fn.loops -= 1;
}

export function forStatement(fn: Fn, node: ForStatement): boolean {
  const { out } = fn.script;
  return fn.inner(() => {
    const start = initializer(fn, node.initializer);
    const test = node.condition ? condition(fn, expression(fn, node.condition), node.condition.position).js : '';
    const updates = node.updates.map((each) => effect(fn, each)).join(', ');
    out.open(`${out.covered(node.position)}for (${start}; ${test}; ${updates}) {`, node.position);
    body(fn, node.body);
    out.close();
    return node.condition !== null && !isTrue(node.condition) ? true : hasBreak(node.body);
  });
}

function initializer(fn: Fn, node: LocalVariable | readonly Expression[] | null): string {
  if (!node) return '';
  if (!('kind' in node)) return node.map((each) => effect(fn, each)).join(', ');
  const declared = localDeclarations(fn, node).map(({ js }) => js);
  return declared.map((js, index) => (index === 0 ? js : js.slice('let '.length))).join(', ');
}

export function whileStatement(fn: Fn, node: WhileStatement): boolean {
  const { out } = fn.script;
  const test = condition(fn, expression(fn, node.condition), node.condition.position);
  out.open(`${out.covered(node.position)}while (${test.js}) {`, node.position);
  body(fn, node.body);
  out.close();
  return !isTrue(node.condition) || hasBreak(node.body);
}

export function doWhileStatement(fn: Fn, node: DoWhileStatement): boolean {
  const { out } = fn.script;
  out.open(`${out.covered(node.position)}do {`, node.position);
  body(fn, node.body);
  const test = condition(fn, expression(fn, node.condition), node.condition.position);
  out.close(`} while (${test.js});`);
  return !isTrue(node.condition) || hasBreak(node.body);
}

/** `for (T item : source)`: of a list, a set, an Iterable, or a query read 200 rows at a time. */
export function forEachStatement(fn: Fn, node: ForEachStatement): boolean {
  const { out } = fn.script;
  const type = typeOf(fn, node.type);
  const source = node.iterable.kind === 'soql' ? querySource(fn, node, type) : collectionSource(fn, node, type);
  fn.inner(() => {
    const local = fn.declare(node.position, node.name, type);
    out.open(`${out.covered(node.position)}for (let ${local.js} of ${source}) {`, node.position);
    body(fn, node.body);
    out.close();
  });
  return true;
}

function querySource(fn: Fn, node: ForEachStatement, type: ApexType): string {
  if (node.iterable.kind !== 'soql') return '[]';
  const query = queryOf(fn, node.iterable);
  if (!query) return '[]';
  const inChunks = type.kind === 'list';
  const wanted = inChunks ? Types.list(query.row) : query.row;
  if (query.isCount || !assignable(fn.world, wanted, type)) {
    fn.report(node.position, `Loop variable must be of type ${query.row.name}`);
    return '[]';
  }
  return `${fn.script.helper(inChunks ? 'chunks' : 'rows')}(${query.arguments})`;
}

function collectionSource(fn: Fn, node: ForEachStatement, type: ApexType): string {
  const source: Code = closed(expression(fn, node.iterable));
  if (isError(source.type)) return '[]';
  const element = elementOf(fn, source.type);
  if (!element) {
    fn.report(node.iterable.position, `For loop can only iterate over an array or an Iterable instance: ${source.type.name}`);
    return '[]';
  }
  if (!assignable(fn.world, element, type) && !downward(fn, element, type)) {
    fn.report(node.position, `Loop variable must be of type ${element.name}`);
  }
  return `${fn.script.helper('each')}(${source.nonNull ? source.js : checked(fn, source).js})`;
}

/** Loops over generic records may name the object: `for (Account account : records)`. */
function downward(fn: Fn, element: ApexType, type: ApexType): boolean {
  return element.kind === 'sobject' && type.kind === 'sobject' && assignable(fn.world, type, element);
}

function elementOf(fn: Fn, type: ApexType): ApexType | null {
  if (type.kind === 'list' || type.kind === 'set') return type.arguments[0];
  const iterable = fn.world.builtin('Iterable');
  const found = iterable && fn.world.asSuper(type, iterable);
  return found ? (found.arguments[0] ?? OBJECT) : null;
}

function isTrue(node: Expression): boolean {
  return node.kind === 'literal' && node.value === true;
}

/** Whether a `break` leaves this loop. */
function hasBreak(node: Statement): boolean {
  switch (node.kind) {
    case 'break':
      return true;
    case 'block':
      return node.statements.some(hasBreak);
    case 'if':
      return hasBreak(node.then) || (node.otherwise !== null && hasBreak(node.otherwise));
    case 'switch':
      return node.cases.some((each) => hasBreak(each.body)) || (node.otherwise !== null && hasBreak(node.otherwise));
    case 'try':
      return (
        hasBreak(node.body) ||
        node.catches.some((each) => hasBreak(each.body)) ||
        (node.finallyBlock !== null && hasBreak(node.finallyBlock))
      );
    case 'runAs':
      return hasBreak(node.body);
    default:
      return false;
  }
}
