import { parseQuery, type FieldType, type Query as ParsedQuery, type Subquery } from '@jetstreamapp/soql-parser-js';
import type { Count, Expression, OrderItem, Query, SelectItem } from './ast.js';
import { markedBind, markedCount, rewrite, type Rewritten } from './dialect.js';
import { SoqlError, unexpectedToken } from './errors.js';
import { conditionTree, type ParsedCondition } from './conditionTree.js';
import { skeletons, type Skeleton } from './skeleton.js';

interface ParsedFunction {
  readonly functionName?: string;
  readonly rawValue?: string;
  readonly parameters?: readonly (string | ParsedFunction)[];
}

interface ParsedOrder {
  readonly field?: string;
  readonly fn?: ParsedFunction;
  readonly order?: string;
  readonly nulls?: 'FIRST' | 'LAST';
}

/** "Maximum length of SOQL statements" (Salesforce Developer Limits, "SOQL and SOSL Limits"). */
const MAX_LENGTH = 100_000;

/** Reads a SOQL query; throws SoqlError. */
export function parse(text: string): Query {
  if (text.length > MAX_LENGTH) throw new SoqlError(`SOQL statements cannot be longer than ${MAX_LENGTH} characters.`);
  const rewritten = rewrite(text);
  let parsed: ParsedQuery;
  try {
    parsed = parseQuery(rewritten.text);
  } catch (error) {
    throw parseError(error instanceof Error ? error.message : String(error));
  }
  if (!parsed.sObject) throw unexpectedToken('');
  return new Reader(rewritten).query(parsed, parsed.sObject, true);
}

/** The parser says what it expected; the platform only names the token that it did not. */
function parseError(message: string): SoqlError {
  const found =
    /but found: '([^']*)'/.exec(message) ??
    /but found --> '([\s\S]*)' <--/.exec(message) ??
    /expecting EOF but found: (\S*)/.exec(message) ??
    /->([\s\S])<-/.exec(message);
  return found ? unexpectedToken(found[1]) : new SoqlError(message.split('\n')[0]);
}

/** Turns the parser's result into ours; marks become binds again. */
export class Reader {
  /** Structures of the clauses that are still to be read: they are read in the order in which they begin. */
  private readonly structures: Skeleton[];

  constructor(private readonly rewritten: Rewritten) {
    this.structures = skeletons(rewritten.tokens);
  }

  query(parsed: ParsedQuery | Subquery, from: string, top: boolean): Query {
    if (parsed.withDataCategory) throw new SoqlError('WITH DATA CATEGORY is not supported by the local org.', 'CATEGORY');
    if (parsed.update) throw new SoqlError(`UPDATE ${parsed.update} is not supported by the local org.`, 'UPDATE');
    return {
      select: (parsed.fields ?? []).map((field) => this.selectItem(field)),
      from,
      alias: parsed.sObjectAlias ?? null,
      aliases: top ? this.rewritten.aliases : new Map(),
      scope: parsed.usingScope ?? null,
      where: parsed.where ? this.condition(parsed.where) : null,
      access: parsed.withSecurityEnforced ? 'SECURITY_ENFORCED' : (parsed.withAccessLevel ?? null),
      groupBy: asArray(parsed.groupBy).map((item) => this.fieldOrFunction(item)),
      grouping: top ? this.rewritten.grouping : 'PLAIN',
      having: parsed.having ? this.condition(parsed.having) : null,
      orderBy: asArray(parsed.orderBy).map((item) => this.order(item)),
      limit: this.count(parsed.limit),
      offset: this.count(parsed.offset),
      allRows: top && this.rewritten.allRows,
      purpose: parsed.for ?? null
    };
  }

  bindName(literal: string): string | null {
    const number = markedBind(literal);
    return number === null ? null : this.rewritten.binds[number];
  }

  expression(item: ParsedFunction): Expression {
    return {
      kind: 'call',
      name: (item.functionName ?? '').toUpperCase(),
      arguments: (item.parameters ?? []).map((parameter) =>
        typeof parameter === 'string' ? this.argument(parameter) : this.expression(parameter)
      )
    };
  }

  private condition(parsed: unknown): NonNullable<Query['where']> {
    const structure = this.structures.shift();
    if (!structure) throw new SoqlError('unexpected token: WHERE', 'WHERE');
    return conditionTree(parsed as ParsedCondition, structure, this);
  }

  private selectItem(item: FieldType): SelectItem {
    switch (item.type) {
      case 'Field':
        return { kind: 'expression', expression: path('rawValue' in item ? item.rawValue : item.field), alias: item.alias ?? null };
      case 'FieldRelationship':
        return {
          kind: 'expression',
          expression: path(item.rawValue ?? [...item.relationships, item.field].join('.')),
          alias: 'alias' in item ? item.alias : null
        };
      case 'FieldFunctionExpression':
        return { kind: 'expression', expression: this.expression(item), alias: item.alias ?? null };
      case 'FieldSubquery': {
        const { subquery } = item;
        return { kind: 'query', query: this.query(subquery, subquery.relationshipName, false) };
      }
      case 'FieldTypeof':
        return {
          kind: 'typeof',
          relationship: item.field.split('.'),
          branches: item.conditions.map((branch) => ({
            object: branch.type === 'ELSE' ? null : branch.objectType!,
            fields: branch.fieldList.map((field) => field.split('.'))
          }))
        };
    }
  }

  private order(item: ParsedOrder): OrderItem {
    return { expression: this.fieldOrFunction(item), descending: item.order === 'DESC', nulls: item.nulls ?? null };
  }

  private fieldOrFunction(item: { readonly field?: string; readonly fn?: ParsedFunction }): Expression {
    return item.fn ? this.expression(item.fn) : path(item.field!);
  }

  private argument(text: string): Expression {
    return /^[A-Za-z_]/.test(text) ? path(text) : { kind: 'constant', text };
  }

  private count(value: number | undefined): Count {
    if (value === undefined) return null;
    const bind = markedCount(value);
    return bind === null ? value : { bind: this.rewritten.binds[bind] };
  }
}

export function path(text: string): Expression {
  return { kind: 'path', parts: text.split('.') };
}

function asArray<T>(value: T | T[] | undefined): T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
