import type { SqlValue } from '../org/contracts.js';
import { SObject } from '../values/index.js';
import { isGroupable } from '../schema/index.js';
import type { Condition, Expression, Query } from './ast.js';
import { conditionSql, rowConditions } from './conditions.js';
import type { Context } from './context.js';
import { SoqlError } from './errors.js';
import { evaluate, expressionKey, orderSql } from './expressions.js';
import { formatter } from './format.js';
import { isAggregate } from './kinds.js';
import { Scope, type Typed } from './scope.js';
import { decodeTyped } from './shape.js';

interface Output {
  readonly key: string;
  readonly decode: (value: SqlValue) => unknown;
  /** The SQL, given which of the grouped expressions are rolled up. */
  readonly sql: (rolledUp: ReadonlySet<string>) => string;
}

export interface Aggregation {
  readonly sql: string;
  readonly parameters: SqlValue[];
  /** Counts the rows that the query read, when the platform charges for them; null: one row a result. */
  readonly charge: { readonly sql: string; readonly parameters: SqlValue[] } | null;
  readonly build: (row: readonly SqlValue[]) => SObject;
}

/** COUNT is charged by its results, the other functions by the rows they read (Apex Developer Guide, "Execution Governors and Limits"). */
const CHARGED_BY_ROW = new Set(['COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX']);

/** A query with aggregate functions or GROUP BY, as one SQL statement. ROLLUP and CUBE are a union of the groupings they stand for. */
export function aggregation(query: Query, context: Context, allRows: boolean, paging: string): Aggregation {
  const scope = new Scope(context, context.object(query.from), query.alias, query.aliases);
  context.use(scope.root.object, null, 'select');
  const groups = new Map<string, Typed>(
    query.groupBy.map((expression) => [expressionKey(expression, scope), evaluate(expression, scope, 'select')])
  );
  checkGroups(query, scope, groups);
  if (query.having) checkHaving(query.having, scope, groups);
  const outputs = outputsOf(query, scope, groups);
  const orders = query.orderBy.map((item) => ({ item, output: orderOutput(item.expression, query, scope, groups) }));

  const parameters: SqlValue[] = [];
  const branches = groupings(query, [...groups.keys()]).map((rolledUp) => {
    const columns = [...outputs.map((output) => output.sql(rolledUp)), ...orders.map(({ output }) => output(rolledUp))];
    const grouped = [...groups].filter(([key]) => !rolledUp.has(key)).map(([, group]) => group.sql);
    const conditions = rowConditions(query, scope, parameters, allRows);
    const having = query.having ? ` HAVING ${conditionSql(query.having, scope, parameters)}` : '';
    const select = columns.map((sql, index) => `${sql} AS c${index}`).join(', ');
    const groupBy = grouped.length ? ` GROUP BY ${grouped.join(', ')}` : '';
    return `SELECT ${select} FROM ${scope.from}${conditions.length ? ` WHERE ${conditions.join(' AND ')}` : ''}${groupBy}${having}`;
  });
  const ordering = orders.map(({ item }, index) => {
    const nulls = item.nulls ?? (item.descending ? 'LAST' : 'FIRST');
    return `c${outputs.length + index}${item.descending ? ' DESC' : ''} NULLS ${nulls}`;
  });
  const sql = `SELECT * FROM (${branches.join(' UNION ALL ')})${ordering.length ? ` ORDER BY ${ordering.join(', ')}` : ''}${paging}`;
  return {
    sql,
    parameters,
    charge: query.select.some(charged) ? chargeOf(query, scope, allRows) : null,
    build: (row) => {
      const record = new SObject(null);
      record.queried = true;
      outputs.forEach((output, index) => record.values.set(output.key, output.decode(row[index])));
      return record;
    }
  };
}

function charged(item: Query['select'][number]): boolean {
  return item.kind === 'expression' && item.expression.kind === 'call' && CHARGED_BY_ROW.has(item.expression.name);
}

function chargeOf(query: Query, scope: Scope, allRows: boolean): { sql: string; parameters: SqlValue[] } {
  const parameters: SqlValue[] = [];
  const conditions = rowConditions(query, scope, parameters, allRows);
  return { sql: `SELECT count(*) AS n FROM ${scope.from}${conditions.length ? ` WHERE ${conditions.join(' AND ')}` : ''}`, parameters };
}

function outputsOf(query: Query, scope: Scope, groups: ReadonlyMap<string, Typed>): Output[] {
  let unnamed = 0;
  const keys = new Set<string>();
  return query.select.map((item) => {
    if (item.kind !== 'expression') throw new SoqlError('A query with aggregate functions can not have sub-queries or TYPEOF.', query.from);
    const { expression, alias } = item;
    const output = outputOf(expression, scope, groups);
    const key = alias ?? (expression.kind === 'path' ? output.name : `expr${unnamed++}`);
    if (keys.has(key.toLowerCase())) throw new SoqlError(`duplicate alias: ${key}`, key);
    keys.add(key.toLowerCase());
    return { key, decode: output.decode, sql: output.sql };
  });
}

interface NamedOutput {
  readonly name: string;
  readonly decode: (value: SqlValue) => unknown;
  readonly sql: (rolledUp: ReadonlySet<string>) => string;
}

function outputOf(expression: Expression, scope: Scope, groups: ReadonlyMap<string, Typed>): NamedOutput {
  if (expression.kind === 'call' && expression.name === 'GROUPING') {
    const key = expressionKey(expression.arguments[0], scope);
    if (!groups.has(key)) throw new SoqlError(`GROUPING must name a grouped field: ${key}`, key);
    return { name: 'GROUPING', decode: Number, sql: (rolledUp) => (rolledUp.has(key) ? '1' : '0') };
  }
  if (expression.kind === 'call' && expression.name === 'FORMAT') {
    const inner = expression.arguments[0];
    const of = typedOf(inner, scope);
    return { ...outputOf(inner, scope, groups), decode: formatter(of, scope.context) };
  }
  const of = typedOf(expression, scope);
  if (isAggregate(expression)) return { name: of.name, decode: decodeTyped(of), sql: () => of.sql };
  const key = expressionKey(expression, scope);
  const label = expression.kind === 'call' && expression.name === 'TOLABEL' ? expressionKey(expression.arguments[0], scope) : key;
  if (!groups.has(key) && !groups.has(label)) throw new SoqlError(`Field must be grouped or aggregated: ${of.name}`, of.name);
  return { name: of.name, decode: decodeTyped(of), sql: (rolledUp) => (rolledUp.has(key) || rolledUp.has(label) ? 'NULL' : of.sql) };
}

function typedOf(expression: Expression, scope: Scope): Typed {
  return evaluate(expression, scope, 'select');
}

/** ORDER BY takes grouped fields, aggregates and the SELECT list's aliases. */
function orderOutput(
  expression: Expression,
  query: Query,
  scope: Scope,
  groups: ReadonlyMap<string, Typed>
): (rolledUp: ReadonlySet<string>) => string {
  let target = expression;
  if (expression.kind === 'path' && expression.parts.length === 1) {
    const alias = expression.parts[0].toLowerCase();
    const item = query.select.find((each) => each.kind === 'expression' && each.alias?.toLowerCase() === alias);
    if (item?.kind === 'expression') target = item.expression;
  }
  if (target.kind === 'call' && target.name === 'GROUPING') return outputOf(target, scope, groups).sql;
  const of = evaluate(target, scope, 'filter');
  if (isAggregate(target)) return () => of.sql;
  const key = expressionKey(target, scope);
  if (!groups.has(key)) throw new SoqlError(`Ordered field must be grouped or aggregated: ${of.name}`, of.name);
  return (rolledUp) => (rolledUp.has(key) ? 'NULL' : orderSql(of));
}

/** The sets of grouped expressions that are left out in turn: none for GROUP BY, each tail for ROLLUP, each subset for CUBE. */
function groupings(query: Query, keys: readonly string[]): ReadonlySet<string>[] {
  switch (query.grouping) {
    case 'PLAIN':
      return [new Set()];
    case 'ROLLUP':
      return [...keys, ''].map((_, count) => new Set(keys.slice(keys.length - count)));
    case 'CUBE':
      return Array.from(
        { length: 2 ** keys.length },
        (_, bits) => new Set(keys.filter((_key, index) => bits & (1 << (keys.length - 1 - index))))
      );
  }
}

function checkGroups(query: Query, scope: Scope, groups: ReadonlyMap<string, Typed>): void {
  if (!scope.context.restricted) return;
  for (const { field } of groups.values()) {
    if (field && !isGroupable(field)) throw new SoqlError(`field '${field.name}' can not be grouped in a query call`, field.name);
  }
  const keys = query.groupBy.map((expression) => expressionKey(expression, scope));
  const twice = keys.findIndex((key, index) => keys.indexOf(key) < index);
  if (twice >= 0) {
    const { name } = groups.get(keys[twice])!;
    throw new SoqlError(`duplicate grouping expression: ${name}`, name);
  }
  if (query.grouping !== 'PLAIN') return;
  for (const item of query.select) {
    if (item.kind !== 'expression' || item.expression.kind !== 'call' || !isAggregate(item.expression)) continue;
    const grouped = item.expression.arguments.map((argument) => groups.get(expressionKey(argument, scope))).find(Boolean);
    if (grouped) throw new SoqlError(`Grouped field should not be aggregated: ${grouped.name}`, grouped.name);
  }
}

/** HAVING compares groups and aggregates only. */
function checkHaving(condition: Condition, scope: Scope, groups: ReadonlyMap<string, Typed>): void {
  switch (condition.kind) {
    case 'compare': {
      const { left } = condition;
      if (isAggregate(left) || groups.has(expressionKey(left, scope))) return;
      const { name } = evaluate(left, scope, 'filter');
      throw new SoqlError(`Field must be grouped or aggregated: ${name}`, name);
    }
    case 'not':
      return checkHaving(condition.operand, scope, groups);
    default:
      for (const operand of condition.operands) checkHaving(operand, scope, groups);
  }
}
