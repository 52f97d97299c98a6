import type { SqlValue } from '../org/contracts.js';
import { isFilterable } from '../schema/index.js';
import { UnsupportedFeature } from '../values/index.js';
import type { Comparison, Condition, Query } from './ast.js';
import { SoqlError } from './errors.js';
import { evaluate } from './expressions.js';
import { operands, type Operand } from './operands.js';
import { Scope, type Typed } from './scope.js';

/**
 * A WHERE or HAVING clause as SQL; values go to `parameters` in the order of their marks. SOQL knows true and false only: a comparison with
 * an empty field is false, its negation true (`!=` and NOT find empty fields, `<` and LIKE do not).
 */
export function conditionSql(condition: Condition, scope: Scope, parameters: SqlValue[]): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return `(${condition.operands.map((operand) => conditionSql(operand, scope, parameters)).join(condition.kind === 'and' ? ' AND ' : ' OR ')})`;
    case 'not':
      return `(${conditionSql(condition.operand, scope, parameters)} IS NOT TRUE)`;
    case 'compare':
      return comparisonSql(condition, scope, parameters);
  }
}

function comparisonSql({ left: expression, operator, value }: Comparison, scope: Scope, parameters: SqlValue[]): string {
  const left = evaluate(expression, scope, 'filter');
  refuseUnfilterable(left);
  if (value.kind === 'query') return semiJoin(left, operator, value.query, scope, parameters);
  const { items: given, many } = operands(value, left, scope.context, operator === 'LIKE');
  if (scope.context.validating) return '1';
  // A collection variable that is null holds nothing; `IN :none` finds nothing.
  const items = value.kind === 'bind' && !many && (operator === 'IN' || operator === 'NOT IN') && isNull(given[0]) ? [] : given;
  switch (operator) {
    case 'IN':
      return inSql(left, items, parameters);
    case 'NOT IN':
      return `(${inSql(left, items, parameters)} IS NOT TRUE)`;
    case 'LIKE':
      return anyOf(items.map((item) => likeSql(left, item, parameters)));
    case 'INCLUDES':
      return includesSql(left, items, parameters);
    case 'EXCLUDES':
      return `(${includesSql(left, items, parameters)} IS NOT TRUE)`;
    default:
      if (many && items.length !== 1)
        throw new SoqlError(`Invalid bind expression: a list for the operator ${operator} of field '${left.name}'`, left.name);
      return compareSql(left, operator, items[0], parameters);
  }
}

function refuseUnfilterable({ field }: Typed): void {
  if (field && !isFilterable(field)) {
    throw new SoqlError(`field '${field.name}' can not be filtered in a query call`, field.name);
  }
}

function isNull(operand: Operand | undefined): boolean {
  return operand?.kind === 'value' && operand.value === null;
}

function anyOf(parts: readonly string[]): string {
  return parts.length ? `(${parts.join(' OR ')})` : '0';
}

const ASCII = /^[\x00-\x7f]*$/;

/** NOCASE folds ASCII letters; a value beyond them is compared folded. A column that equals an ASCII value is ASCII itself. */
function needsFold(left: Typed, values: readonly SqlValue[]): boolean {
  return !left.exact && values.some((value) => typeof value === 'string' && !ASCII.test(value));
}

function fold(value: SqlValue): SqlValue {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function compareSql(left: Typed, operator: '=' | '!=' | '<' | '<=' | '>' | '>=', operand: Operand, parameters: SqlValue[]): string {
  if (operand.kind === 'range') return rangeSql(left.sql, operator, operand, parameters);
  const { value } = operand;
  const negated = operator === '!=';
  if (value === null) return operator === '=' || negated ? `${left.sql} IS ${negated ? 'NOT ' : ''}NULL` : '0';
  if (needsFold(left, [value])) return equality(`fold(${left.sql})`, operator, fold(value), parameters);
  return equality(left.sql, operator, value, parameters);
}

function equality(sql: string, operator: string, value: SqlValue, parameters: SqlValue[]): string {
  parameters.push(value);
  return `${sql} ${operator === '!=' ? 'IS NOT' : operator} ?`;
}

function rangeSql(sql: string, operator: string, { start, end }: { start: SqlValue; end: SqlValue }, parameters: SqlValue[]): string {
  switch (operator) {
    case '<':
      parameters.push(start);
      return `${sql} < ?`;
    case '>=':
      parameters.push(start);
      return `${sql} >= ?`;
    case '>':
      parameters.push(end);
      return `${sql} >= ?`;
    case '<=':
      parameters.push(end);
      return `${sql} < ?`;
    default: {
      parameters.push(start, end);
      const within = `(${sql} >= ? AND ${sql} < ?)`;
      return operator === '!=' ? `(${within} IS NOT TRUE)` : within;
    }
  }
}

/** Long lists go in as one JSON parameter, so the statement's text does not depend on their length. */
function inSql(left: Typed, items: readonly Operand[], parameters: SqlValue[]): string {
  const parts: string[] = [];
  let values: SqlValue[] = [];
  for (const item of items) {
    if (item.kind === 'range') parts.push(rangeSql(left.sql, '=', item, parameters));
    else if (item.value !== null) values.push(item.value);
  }
  if (items.some((item) => item.kind === 'value' && item.value === null)) parts.push(`${left.sql} IS NULL`);
  if (values.length) {
    const folded = needsFold(left, values);
    if (folded) values = values.map(fold);
    const sql = folded ? `fold(${left.sql})` : left.sql;
    if (values.length === 1) {
      parameters.push(values[0]);
      parts.push(`${sql} = ?`);
    } else {
      parameters.push(jsonArray(values));
      parts.push(`${sql} IN (SELECT value FROM json_each(?))`);
    }
  }
  return anyOf(parts);
}

export function jsonArray(values: readonly SqlValue[]): string {
  return `[${values.map((value) => (typeof value === 'bigint' ? value.toString() : JSON.stringify(value))).join(',')}]`;
}

function likeSql(left: Typed, operand: Operand, parameters: SqlValue[]): string {
  if (left.type !== 'String')
    throw new SoqlError(`invalid operator on ${left.type === 'Id' ? 'id' : left.type.toLowerCase()} field`, left.name);
  if (operand.kind === 'range' || operand.value === null) return `${left.sql} IS NULL`;
  // A backslash at the end escapes nothing; SQLite would refuse the pattern.
  const pattern = String(operand.value).replace(/(?<!\\)((?:\\\\)*)\\$/, '$1\\\\');
  const folded = !ASCII.test(pattern);
  parameters.push(folded ? pattern.toLowerCase() : pattern);
  return `${folded ? `fold(${left.sql})` : left.sql} LIKE ? ESCAPE '\\'`;
}

/** Each item may name several values, all of which must be chosen: `INCLUDES ('a;b', 'c')` is a and b, or c. */
function includesSql(left: Typed, items: readonly Operand[], parameters: SqlValue[]): string {
  if (left.field?.type !== 'multipicklist')
    throw new SoqlError(`includes/excludes operator only valid on multipicklist field: ${left.name}`, left.name);
  return anyOf(
    items.map((item) => {
      if (item.kind === 'range' || item.value === null) return `${left.sql} IS NULL`;
      const chosen = String(item.value)
        .split(';')
        .filter((each) => each !== '');
      return `(${chosen
        .map((each) => {
          parameters.push(`;${each.toLowerCase()};`);
          return `instr(fold(';' || ${left.sql} || ';'), ?) > 0`;
        })
        .join(' AND ')})`;
    })
  );
}

/** `Id IN (SELECT AccountId FROM Contact WHERE …)` and its negation. */
function semiJoin(left: Typed, operator: string, query: Query, scope: Scope, parameters: SqlValue[]): string {
  if (operator !== 'IN' && operator !== 'NOT IN') throw new SoqlError(`unexpected token: '('`, 'SELECT');
  const { context } = scope;
  const item = query.select[0];
  if (query.select.length !== 1 || item?.kind !== 'expression')
    throw new SoqlError('A semi-join sub-select must select exactly one field.', query.from);
  const inner = new Scope(context, context.object(query.from), query.alias);
  const column = evaluate(item.expression, inner, 'filter');
  if (left.type !== 'Id' || column.type !== 'Id') {
    throw new SoqlError(
      `The ${left.type === 'Id' ? 'inner' : 'outer'} select field '${left.type === 'Id' ? column.name : left.name}' cannot have more than one level of relationships or must be an ID or reference field`,
      left.name
    );
  }
  const conditions = [`${column.sql} IS NOT NULL`, ...rowConditions(query, inner, parameters, false)];
  const sql = `${left.sql} IN (SELECT ${column.sql} FROM ${inner.from} WHERE ${conditions.join(' AND ')})`;
  return operator === 'IN' ? sql : `((${sql}) IS NOT TRUE)`;
}

/** USING SCOPE: of its filters, those that need no teams, territories or delegation. */
function scopeSql(name: string, { root, context }: Scope, parameters: SqlValue[]): string {
  if (name.toLowerCase() === 'everything') return '1';
  if (name.toLowerCase() !== 'mine' || !root.object.field('OwnerId'))
    throw new UnsupportedFeature(`USING SCOPE ${name} on ${root.object.name}`);
  parameters.push(context.around.userId);
  return `${root.alias}."OwnerId" = ?`;
}

/** Records in the recycle bin are only seen with ALL ROWS. */
export function notDeleted({ root }: Scope, allRows: boolean): string[] {
  return allRows || !root.object.field('IsDeleted') ? [] : [`${root.alias}."IsDeleted" IS NOT 1`];
}

/** What keeps rows out: the recycle bin, the WHERE clause, the user's record access. Each pushes its parameters in turn. */
export function rowConditions(query: Query, scope: Scope, parameters: SqlValue[], allRows: boolean): string[] {
  const { root, context } = scope;
  const conditions = notDeleted(scope, allRows);
  if (query.scope) conditions.push(scopeSql(query.scope, scope, parameters));
  if (query.where) conditions.push(conditionSql(query.where, scope, parameters));
  if (context.validating) return conditions;
  const filter = context.recordFilter(root.object, root.alias);
  if (filter) {
    conditions.push(`(${filter.sql})`);
    parameters.push(...filter.parameters);
  }
  return conditions;
}
