import { Types, type ApexType } from '../../values/apexType.js';
import type { SoqlExpression, SoslExpression } from '../syntax/index.js';
import { AGGREGATE, INTEGER, SOBJECT } from '../types/kinds.js';
import { BROKEN, code, Prec, wrap, type Code } from './code.js';
import { value } from './expressions.js';
import type { Fn } from './function.js';
import { queryShape } from './queryShape.js';

interface Query {
  /** `"SELECT …", 'USER_MODE', [binds]`: what the runtime's functions take. */
  readonly arguments: string;
  readonly binds: readonly string[];
  readonly row: ApexType;
  readonly isCount: boolean;
}

/** A query as what a loop walks row by row or chunk by chunk, and as a value. */
export function queryOf(fn: Fn, node: SoqlExpression): Query | null {
  fn.usesSharing = true;
  const binds = node.binds.map((each) => wrap(value(fn, each), Prec.assign));
  const invalid = fn.script.input.queries?.validate(node.text);
  if (invalid) {
    fn.report(node.position, invalid.message);
    return null;
  }
  const shape = queryShape(node.text);
  if (!shape) {
    fn.report(node.position, `Not supported: query ${node.text}`);
    return null;
  }
  const object = fn.world.schema.object(shape.object);
  if (!object) {
    fn.report(node.position, `sObject type '${shape.object}' is not supported.`);
    return null;
  }
  return {
    arguments: `${JSON.stringify(node.text)}, '${fn.script.accessLevel}', [${binds.join(', ')}]`,
    binds,
    row: shape.isAggregate ? AGGREGATE : Types.sobject(object.name),
    isCount: shape.isCount
  };
}

/** `[SELECT …]`: a list of records, one record where one is wanted, a number for COUNT(). */
export function soql(fn: Fn, node: SoqlExpression): Code {
  const query = queryOf(fn, node);
  if (!query) return BROKEN;
  if (query.isCount) return code(`${fn.script.helper('count')}(${query.arguments})`, INTEGER, Prec.member, true);
  return { ...code(`${fn.script.helper('query')}(${query.arguments})`, Types.list(query.row), Prec.member, true), singleRow: query.row };
}

/** `[FIND …]`: a list of lists of records. */
export function sosl(fn: Fn, node: SoslExpression): Code {
  fn.usesSharing = true;
  const binds = node.binds.map((each) => wrap(value(fn, each), Prec.assign));
  const js = `${fn.script.helper('search')}(${JSON.stringify(node.text)}, '${fn.script.accessLevel}', [${binds.join(', ')}])`;
  return code(js, Types.list(Types.list(SOBJECT)), Prec.member, true);
}
