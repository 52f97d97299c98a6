import { Types, type ApexType } from '../../values/apexType.js';
import type {
  Block,
  DmlStatement,
  Expression,
  LocalVariable,
  MergeStatement,
  ReturnStatement,
  RunAsStatement,
  Statement,
  ThrowStatement
} from '../syntax/index.js';
import { assignable } from '../types/conversions.js';
import { isException } from '../types/declarations.js';
import { ERROR, isError, isGenericSObject, isSObject } from '../types/kinds.js';
import { assignment, increment } from './assignments.js';
import { closed, Prec, wrap, type Code } from './code.js';
import { condition, convertTo, singleRow } from './convert.js';
import { expression, typeOf, value, valueAs } from './expressions.js';
import type { Fn } from './function.js';
import { doWhileStatement, forEachStatement, forStatement, whileStatement } from './loops.js';
import { switchStatement } from './switches.js';
import { tryStatement } from './tries.js';

/** Writes a statement; answers whether what follows it can be reached. */
export function statement(fn: Fn, node: Statement): boolean {
  const { out } = fn.script;
  switch (node.kind) {
    case 'block': {
      out.open('{');
      const completes = block(fn, node);
      out.close();
      return completes;
    }
    case 'local':
      localVariable(fn, node);
      return true;
    case 'expression':
      line(fn, node, `${effect(fn, node.expression)};`);
      return true;
    case 'if': {
      const test = condition(fn, expression(fn, node.condition), node.condition.position);
      out.open(`${out.covered(node.position)}if (${test.js}) {`, node.position);
      const then = nested(fn, node.then);
      let otherwise = true;
      if (node.otherwise) {
        out.middle('} else {');
        otherwise = nested(fn, node.otherwise);
      }
      out.close();
      return then || otherwise;
    }
    case 'switch':
      return switchStatement(fn, node);
    case 'for':
      return forStatement(fn, node);
    case 'forEach':
      return forEachStatement(fn, node);
    case 'while':
      return whileStatement(fn, node);
    case 'doWhile':
      return doWhileStatement(fn, node);
    case 'try':
      return tryStatement(fn, node);
    case 'return':
      returnStatement(fn, node);
      return false;
    case 'throw':
      throwStatement(fn, node);
      return false;
    case 'break':
    case 'continue':
      if (fn.loops === 0) fn.report(node.position, `${node.kind} statement must be in a loop`);
      line(fn, node, `${node.kind};`);
      return false;
    case 'dml':
      dmlStatement(fn, node);
      return true;
    case 'merge':
      mergeStatement(fn, node);
      return true;
    case 'runAs':
      return runAsStatement(fn, node);
  }
}

/** The statements of a block in a scope of their own, without the braces. */
export function block(fn: Fn, node: Block): boolean {
  return fn.inner(() => statements(fn, node.statements));
}

/** The body of an `if` or a loop: its statements without a further pair of braces. */
export function nested(fn: Fn, node: Statement): boolean {
  return fn.inner(() => (node.kind === 'block' ? statements(fn, node.statements) : statement(fn, node)));
}

export function statements(fn: Fn, nodes: readonly Statement[]): boolean {
  let completes = true;
  for (const node of nodes) {
    if (!completes) {
      fn.report(node.position, 'Unreachable statement');
      completes = true;
    }
    completes = statement(fn, node);
  }
  return completes;
}

export function line(fn: Fn, node: Statement, text: string): void {
  const { out } = fn.script;
  out.line(`${out.covered(node.position)}${text}`, node.position);
}

/** An expression whose value nobody uses. */
export function effect(fn: Fn, node: Expression): string {
  if (node.kind === 'assign') return assignment(fn, node).js;
  if (node.kind === 'unary' && (node.operator === '++' || node.operator === '--')) return increment(fn, node, false).js;
  if (node.kind !== 'call' && node.kind !== 'new' && node.kind !== 'soql') fn.report(node.position, 'Expression cannot be a statement.');
  return closed(expression(fn, node)).js;
}

function localVariable(fn: Fn, node: LocalVariable): void {
  const { out } = fn.script;
  for (const text of localDeclarations(fn, node))
    out.line(`${text.initialized ? out.covered(text.position) : ''}${text.js};`, text.position);
}

interface DeclaredLocal {
  readonly js: string;
  readonly position: Statement['position'];
  readonly initialized: boolean;
}

/** `let name = value` for each variable of a declaration. */
export function localDeclarations(fn: Fn, node: LocalVariable): DeclaredLocal[] {
  const type = typeOf(fn, node.type);
  return node.declarators.map((declarator) => {
    const initial: Code | null = declarator.initializer ? valueAs(fn, declarator.initializer, type) : null;
    const nonNull = initial !== null && initial.nonNull && (fn.options.nullability?.staysNonNull(declarator.name) ?? false);
    const final = node.modifiers.includes('final') && initial !== null;
    const local = fn.declare(declarator.position, declarator.name, type, { nonNull, final });
    return {
      js: `let ${local.js} = ${initial ? wrap(initial, Prec.assign) : 'null'}`,
      position: declarator.initializer ? node.position : declarator.position,
      initialized: initial !== null
    };
  });
}

function returnStatement(fn: Fn, node: ReturnStatement): void {
  const { returnType } = fn.options;
  if (node.value === null) {
    if (returnType && returnType !== Types.void) fn.report(node.position, `Missing return value: expected ${returnType.name}`);
    line(fn, node, fn.options.isConstructor ? 'return this;' : 'return;');
    return;
  }
  if (returnType === null || returnType === Types.void) {
    fn.report(node.position, 'Void method must not return a value');
    return;
  }
  const result = convertTo(
    fn,
    expression(fn, node.value),
    returnType,
    node.value.position,
    (from, to) => `Illegal conversion from ${from} to ${to}`
  );
  line(fn, node, `return ${result.js};`);
}

function throwStatement(fn: Fn, node: ThrowStatement): void {
  const thrown = value(fn, node.value);
  if (!isError(thrown.type) && !isException(fn.world, thrown.type))
    fn.report(node.position, `Throw expression must be of type exception: ${thrown.type.name}`);
  line(fn, node, thrown.nonNull ? `throw ${thrown.js};` : `throw ${fn.script.helper('nn')}(${thrown.js});`);
}

// --------------------------------------------------------------------------------------------------- DML

function access(fn: Fn, stated: DmlStatement['access']): string {
  if (stated === null) return `'${fn.script.accessLevel}'`;
  return stated === 'user' ? `'USER_MODE'` : `'SYSTEM_MODE'`;
}

function dmlStatement(fn: Fn, node: DmlStatement): void {
  fn.usesSharing = true;
  const target = dmlTarget(fn, node.target, node.operation);
  const external = node.externalIdField === null ? '' : `, ${JSON.stringify(node.externalIdField)}`;
  line(fn, node, `${fn.script.helper('dml')}('${node.operation}', ${target.js}, ${access(fn, node.access)}${external});`);
}

function dmlTarget(fn: Fn, node: Expression, operation: string): Code {
  const target = value(fn, node);
  const record = target.type.kind === 'list' ? target.type.arguments[0] : target.type;
  if (!isError(target.type) && !isError(record) && !isSObject(record))
    fn.report(node.position, `DML requires SObject or SObject list type: ${target.type.name}`);
  if (operation === 'upsert' && isGenericSObject(target.type))
    fn.report(node.position, 'DML on generic List<SObject> only allowed for insert, update or delete');
  return target;
}

function mergeStatement(fn: Fn, node: MergeStatement): void {
  fn.usesSharing = true;
  const master = value(fn, node.master);
  const duplicates = dmlTarget(fn, node.duplicates, 'merge');
  const record = master.singleRow ? singleRow(fn, master) : master;
  line(fn, node, `${fn.script.helper('merge')}(${record.js}, ${duplicates.js}, ${access(fn, node.access)});`);
}

/** `System.runAs(user) { … }`. The body stays in the method: return and break work through it. */
function runAsStatement(fn: Fn, node: RunAsStatement): boolean {
  const { out } = fn.script;
  const user = expression(fn, node.user);
  const type: ApexType = fn.world.sobject('User') ?? ERROR;
  const version = fn.world.builtin('Version');
  if (version && assignable(fn.world, user.type, version)) {
    fn.report(node.position, 'Not supported: System.runAs with a package version');
    return true;
  }
  const before = fn.temporary();
  out.line(
    `${out.covered(node.position)}${before} = ${fn.script.helper('runAs')}(${convertTo(fn, user, type, node.position).js});`,
    node.position
  );
  out.open('try {');
  const completes = block(fn, node.body);
  out.middle('} finally {');
  out.line(`${fn.script.helper('runAsBefore')}(${before});`);
  out.close();
  return completes;
}
