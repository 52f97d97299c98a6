import type { Expression, Query } from './ast.js';

export const AGGREGATES: ReadonlySet<string> = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX']);

export function isAggregate(expression: Expression): boolean {
  return expression.kind === 'call' && AGGREGATES.has(expression.name);
}

export function isAggregateQuery(query: Query): boolean {
  return query.groupBy.length > 0 || query.select.some((item) => item.kind === 'expression' && isAggregate(item.expression));
}

/** `SELECT COUNT() FROM …`: answers a number, not records. */
export function isCountQuery(query: Query): boolean {
  const [item] = query.select;
  return query.select.length === 1 && item?.kind === 'expression' && isBareCount(item.expression);
}

function isBareCount(expression: Expression): boolean {
  return expression.kind === 'call' && expression.name === 'COUNT' && expression.arguments.length === 0;
}
