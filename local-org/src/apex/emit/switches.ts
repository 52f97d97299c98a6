import { enumConstantOf } from '../../values/index.js';
import type { ApexType } from '../../values/apexType.js';
import type { Expression, SwitchCase, SwitchStatement } from '../syntax/index.js';
import { castable } from '../types/conversions.js';
import { INTEGER, isError, LONG, STRING } from '../types/kinds.js';
import { Prec, wrap, type Code } from './code.js';
import { convertTo } from './convert.js';
import { expression, typeOf, value } from './expressions.js';
import type { Fn } from './function.js';
import { enumConstantCode } from './names.js';
import { block } from './statements.js';

/** `switch on`: a chain of tests, so that `break` and `continue` inside reach the loop around it. Strings compare with case. */
export function switchStatement(fn: Fn, node: SwitchStatement): boolean {
  const { out } = fn.script;
  const subject = value(fn, node.subject);
  const name = fn.temporary();
  checkSubject(fn, node, subject.type);
  out.line(`${out.covered(node.position)}${name} = ${subject.js};`, node.position);
  let completes = node.otherwise === null;
  let first = true;
  for (const each of node.cases) {
    const test = `if (${each.binding ? typeTest(fn, each, name, subject.type) : valueTest(fn, each, name, subject.type)}) {`;
    if (first) out.open(test, each.position);
    else out.middle(`} else ${test}`, each.position);
    first = false;
    if (caseBody(fn, each, name)) completes = true;
  }
  if (node.otherwise) {
    if (first) out.open('{');
    else out.middle('} else {');
    if (block(fn, node.otherwise)) completes = true;
    first = false;
  }
  if (!first) out.close();
  return completes;
}

function checkSubject(fn: Fn, node: SwitchStatement, type: ApexType): void {
  const { kind } = type;
  if (
    type === INTEGER ||
    type === LONG ||
    type === STRING ||
    isError(type) ||
    kind === 'enum' ||
    kind === 'sobject' ||
    kind === 'class' ||
    kind === 'interface'
  )
    return;
  if (type.name === 'Object' || type.name === 'Id') return;
  fn.report(node.subject.position, `Illegal switch expression type: ${type.name}`);
}

function typeTest(fn: Fn, each: SwitchCase, name: string, subject: ApexType): string {
  const type = typeOf(fn, each.binding!.type);
  if (!isError(type) && !castable(fn.world, subject, type)) {
    fn.report(each.position, `Incompatible types since an instance of ${subject.name} is never an instance of ${type.name}`);
  }
  return `${fn.script.helper('isInstance')}(${name}, ${fn.script.type(type)})`;
}

function caseBody(fn: Fn, each: SwitchCase, name: string): boolean {
  const { binding } = each;
  if (!binding) return block(fn, each.body);
  return fn.inner(() => {
    const local = fn.declare(each.position, binding.name, typeOf(fn, binding.type), { nonNull: false });
    fn.script.out.line(`let ${local.js} = ${name};`);
    return block(fn, each.body);
  });
}

function valueTest(fn: Fn, each: SwitchCase, name: string, subject: ApexType): string {
  return each.values.map((node) => `${name} === ${wrap(whenValue(fn, node, subject), Prec.relational)}`).join(' || ');
}

/** Constants of the subject's enum stand without their type. */
function whenValue(fn: Fn, node: Expression, subject: ApexType): Code {
  if (subject.kind === 'enum' && node.kind === 'name' && enumConstantOf(subject, node.name))
    return enumConstantCode(fn, subject, node.name)!;
  if (isError(subject)) return expression(fn, node);
  return convertTo(fn, expression(fn, node), subject, node.position);
}
