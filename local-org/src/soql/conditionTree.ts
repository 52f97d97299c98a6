import type { ComparisonOperator, Condition, Value } from './ast.js';
import { SoqlError, unexpectedToken } from './errors.js';
import { path, type Reader } from './parse.js';
import type { Skeleton } from './skeleton.js';
import type { Query as ParsedQuery } from '@jetstreamapp/soql-parser-js';

/** The parser's list of conditions: each has what follows it on its right. */
export interface ParsedCondition {
  readonly left: ParsedComparison | null;
  readonly right?: ParsedCondition;
}

interface ParsedComparison {
  readonly field?: string;
  readonly fn?: { readonly functionName?: string; readonly parameters?: readonly (string | object)[] };
  readonly operator?: string;
  readonly value?: string | readonly string[];
  readonly literalType?: string | readonly string[];
  readonly dateLiteralVariable?: number | readonly number[];
  readonly valueQuery?: ParsedQuery;
}

/** A WHERE or HAVING clause: its structure, with the parser's comparisons in their order. */
export function conditionTree(parsed: ParsedCondition, structure: Skeleton, reader: Reader): Condition {
  const comparisons: ParsedComparison[] = [];
  for (let node: ParsedCondition | undefined = parsed; node; node = node.right) {
    const { left } = node;
    if (left && (left.field !== undefined || left.fn !== undefined)) comparisons.push(left);
  }
  const fill = (open: Skeleton): Condition => {
    switch (open.kind) {
      case 'leaf': {
        const next = comparisons.shift();
        if (!next) throw unexpectedToken('');
        return comparison(next, reader);
      }
      case 'not':
        return { kind: 'not', operand: fill(open.operand) };
      default:
        return { kind: open.kind, operands: open.operands.map(fill) };
    }
  };
  const condition = fill(structure);
  if (comparisons.length) throw unexpectedToken(comparisons[0].field ?? comparisons[0].fn?.functionName ?? '');
  return condition;
}

function comparison(parsed: ParsedComparison, reader: Reader): Condition {
  const operator = (parsed.operator === '<>' ? '!=' : parsed.operator!.toUpperCase()) as ComparisonOperator;
  const left = parsed.fn ? reader.expression(parsed.fn) : path(parsed.field!);
  return { kind: 'compare', left, operator, value: value(parsed, operator, reader) };
}

function value(parsed: ParsedComparison, operator: ComparisonOperator, reader: Reader): Value {
  if (parsed.valueQuery) return { kind: 'query', query: reader.query(parsed.valueQuery, parsed.valueQuery.sObject!, false) };
  if (!Array.isArray(parsed.value)) {
    const single = scalar(parsed.value as string, parsed.literalType as string, parsed.dateLiteralVariable as number | undefined, reader);
    if ((operator === 'IN' || operator === 'NOT IN') && single.kind !== 'bind') throw unexpectedToken(String(parsed.value));
    return single;
  }
  const values = parsed.value as string[];
  const types = parsed.literalType as string | string[];
  const counts = parsed.dateLiteralVariable as number | (number | undefined)[] | undefined;
  const items = values.map((text, i) =>
    scalar(text, Array.isArray(types) ? types[i] : types, Array.isArray(counts) ? counts[i] : counts, reader)
  );
  // `IN :list` was written as a list of one mark; `IN (:a)` means the same.
  return items.length === 1 && items[0].kind === 'bind' ? items[0] : { kind: 'list', items };
}

function scalar(text: string, type: string, count: number | undefined, reader: Reader): Value {
  switch (type) {
    case 'STRING': {
      const bind = reader.bindName(text);
      return bind === null ? { kind: 'string', raw: text.slice(1, -1) } : { kind: 'bind', name: bind };
    }
    case 'INTEGER':
    case 'DECIMAL':
      return { kind: 'number', text };
    case 'INTEGER_WITH_CURRENCY_PREFIX':
    case 'DECIMAL_WITH_CURRENCY_PREFIX':
      return { kind: 'number', text: text.slice(3) };
    case 'BOOLEAN':
      return { kind: 'boolean', value: /^true$/i.test(text) };
    case 'NULL':
      return { kind: 'null' };
    case 'DATE':
      return { kind: 'date', text };
    case 'DATETIME':
      return { kind: 'datetime', text };
    case 'DATE_LITERAL':
      return { kind: 'dateLiteral', name: text.toUpperCase(), count: 0 };
    case 'DATE_N_LITERAL':
      return { kind: 'dateLiteral', name: text.split(':')[0].trim().toUpperCase(), count: count ?? Number(text.split(':')[1]) };
    default:
      throw new SoqlError(`unexpected token: '${text}'`, text);
  }
}
