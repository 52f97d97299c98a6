import type { CatchClause, TryStatement } from '../syntax/index.js';
import { isException, projectClass } from '../types/declarations.js';
import { isError } from '../types/kinds.js';
import { typeOf } from './expressions.js';
import type { Fn } from './function.js';
import { block } from './statements.js';

/**
 * "When exceptions are uncatchable, catch blocks, as well as finally blocks if any, aren't executed" (Apex Developer Guide, "Exceptions in Apex",
 * "Exceptions that Can't be Caught"): a flag tells the finally block what ended its try.
 */
export function tryStatement(fn: Fn, node: TryStatement): boolean {
  if (!node.finallyBlock) return guarded(fn, node);
  const { out } = fn.script;
  const fatal = fn.temporary();
  out.line(`${fatal} = false;`);
  out.open('try {');
  const completes = node.catches.length > 0 ? guarded(fn, node) : block(fn, node.body);
  out.middle('} catch ($error) {');
  // True first: near the end of the stack the call itself may fail.
  out.line(`${fatal} = true;`);
  out.line(`${fatal} = ${fn.script.helper('isFatal')}($error);`);
  out.line('throw $error;');
  out.middle('} finally {');
  out.open(`if (!${fatal}) {`);
  const finallyCompletes = block(fn, node.finallyBlock);
  out.close();
  out.close();
  return completes && finallyCompletes;
}

/** The body with its catch clauses. */
function guarded(fn: Fn, node: TryStatement): boolean {
  const { out } = fn.script;
  out.open('try {');
  let completes = block(fn, node.body);
  const name = fn.temporary();
  out.middle(`} catch ($error) {`);
  out.line(`${name} = ${fn.script.helper('caught')}($error);`);
  if (catches(fn, node.catches, name)) completes = true;
  out.close();
  return completes;
}

/** The clauses in order; an exception that none of them names goes on. */
function catches(fn: Fn, clauses: readonly CatchClause[], name: string): boolean {
  const { out } = fn.script;
  let completes = false;
  let open = false;
  let all = false;
  for (const clause of clauses) {
    const test = catchTest(fn, clause, name);
    if (test === null) {
      all = true;
      if (open) out.middle('} else {');
      else out.open('{');
    } else if (open) out.middle(`} else if (${test}) {`);
    else out.open(`if (${test}) {`);
    open = true;
    fn.inner(() => {
      const local = fn.declare(clause.position, clause.name, typeOf(fn, clause.type), { nonNull: true });
      out.line(`let ${local.js} = ${name};`);
      if (block(fn, clause.body)) completes = true;
    });
    if (all) break;
  }
  if (!all) {
    out.middle('} else {');
    out.line(`throw ${name};`);
  }
  out.close();
  return completes;
}

/** null: catches everything. */
function catchTest(fn: Fn, clause: CatchClause, name: string): string | null {
  const type = typeOf(fn, clause.type);
  if (isError(type) || type.name === 'Exception') return null;
  if (!isException(fn.world, type)) {
    fn.report(clause.position, `Catch type must be an exception: ${type.name}`);
    return null;
  }
  const symbol = projectClass(type);
  if (symbol) return `${name} instanceof ${fn.script.class(symbol)}`;
  return `${fn.script.helper('isInstance')}(${name}, ${fn.script.type(type)})`;
}
