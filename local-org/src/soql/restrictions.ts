import type { Comparison, Condition, Query } from './ast.js';
import { SoqlError } from './errors.js';
import { isAggregateQuery, isCountQuery } from './kinds.js';

/**
 * What SOQL refuses for a query's form alone, whatever the fields are: laxer rules here would let a query pass that fails in an org. Limits are those of
 * the SOQL and SOSL Reference; the texts are those that orgs were seen to give, except where a comment says otherwise.
 */
export function checkForm(query: Query): void {
  checkLocking(query);
  checkGrouping(query);
  if (query.having && comparisons(query.having).some(({ value }) => value.kind === 'query')) {
    throw new SoqlError('Semi-joins are only supported in WHERE clauses', 'HAVING');
  }
  checkSemiJoins(query);
  for (const item of query.select) {
    if (item.kind !== 'query') continue;
    checkOffset(item.query, query);
    checkForm(item.query);
  }
}

/** "FOR UPDATE" of the reference; that aggregates and ALL ROWS don't go with it is documented without the words of the error. */
function checkLocking(query: Query): void {
  if (query.purpose !== 'UPDATE') return;
  if (query.orderBy.length) throw new SoqlError('Explicit ORDER BY not allowed when locking rows (Id order is implied)', 'ORDER');
  if (query.offset !== null) throw new SoqlError('FOR UPDATE cannot be used in conjunction with the OFFSET clause', 'OFFSET');
  if (isAggregateQuery(query)) throw new SoqlError('FOR UPDATE cannot be used with aggregate functions or GROUP BY', 'FOR');
  if (query.allRows) throw new SoqlError('ALL ROWS cannot be used with FOR UPDATE', 'ALL');
}

/** "GROUP BY ROLLUP" and "GROUP BY CUBE" of the reference: "up to three fields". */
const MAX_ROLLED_UP = 3;

function checkGrouping(query: Query): void {
  if (query.grouping !== 'PLAIN' && query.groupBy.length > MAX_ROLLED_UP) {
    throw new SoqlError(`GROUP BY ${query.grouping} takes three fields at most`, query.grouping);
  }
  if (query.groupBy.length || !isAggregateQuery(query) || isCountQuery(query)) return;
  for (const [clause, given] of [
    ['LIMIT', query.limit],
    ['OFFSET', query.offset]
  ] as const) {
    if (given !== null) throw new SoqlError(`Non-grouped query that uses overall aggregate functions cannot also use ${clause}`, clause);
  }
}

/** "A subquery can use OFFSET only if the parent query has a LIMIT 1 clause" (reference, "OFFSET", without the words of the error). */
function checkOffset(child: Query, parent: Query): void {
  if (child.offset !== null && parent.limit !== 1) {
    throw new SoqlError('OFFSET can be used in a sub-query only if its parent query has LIMIT 1', 'OFFSET');
  }
}

/** "Comparison Operators" of the reference lists what semi-joins and anti-joins can't have, and these objects in their sub-queries. */
const MAX_SEMI_JOINS = 2;
const NO_INNER_SELECT = new Set(['activityhistory', 'attachment', 'event', 'eventattendee', 'note', 'openactivity', 'task']);

function checkSemiJoins(query: Query): void {
  const { where } = query;
  if (!where) return;
  const inner = semiJoins(where);
  if (!inner.length) return;
  if (where.kind === 'or') throw new SoqlError("Semi join sub-selects are not allowed with the 'OR' operator", 'OR');
  const atTop = where.kind === 'and' ? where.operands : [where];
  if (atTop.some((operand) => operand.kind !== 'compare' && semiJoins(operand).length > 0)) {
    throw new SoqlError(
      'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.',
      'SELECT'
    );
  }
  if (inner.length > MAX_SEMI_JOINS) throw new SoqlError(`Maximum ${MAX_SEMI_JOINS} semi join sub-selects are allowed`, 'SELECT');
  for (const each of inner) checkInner(each, query);
}

function checkInner(inner: Query, outer: Query): void {
  if (inner.from.toLowerCase() === outer.from.toLowerCase()) {
    throw new SoqlError('The inner and outer selects should not be on the same object type', inner.from);
  }
  if (NO_INNER_SELECT.has(inner.from.toLowerCase())) {
    throw new SoqlError(`Entity '${inner.from}' is not supported for semi join inner selects`, inner.from);
  }
  if (inner.where && semiJoins(inner.where).length) throw new SoqlError('Nesting of semi join sub-selects is not supported', 'SELECT');
  const clause =
    (inner.groupBy.length && 'GROUP') || (inner.orderBy.length && 'ORDER') || (inner.limit !== null && 'LIMIT') || (inner.purpose && 'FOR');
  if (clause) throw new SoqlError(`missing value at '${clause}'`, clause);
}

function semiJoins(condition: Condition): Query[] {
  return comparisons(condition).flatMap(({ value }) => (value.kind === 'query' ? [value.query] : []));
}

function comparisons(condition: Condition): Comparison[] {
  switch (condition.kind) {
    case 'compare':
      return [condition];
    case 'not':
      return comparisons(condition.operand);
    default:
      return condition.operands.flatMap(comparisons);
  }
}
