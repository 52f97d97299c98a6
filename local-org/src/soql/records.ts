import { quoted } from '../store/index.js';
import type { SqlValue, Store } from '../org/contracts.js';
import { ApexList, type SObject, Types } from '../values/index.js';
import type { Count, OrderItem, Query } from './ast.js';
import { jsonArray, notDeleted, rowConditions } from './conditions.js';
import type { Context } from './context.js';
import { noSuchChild, SoqlError } from './errors.js';
import { evaluate, orderSql } from './expressions.js';
import { Scope } from './scope.js';
import { Selection } from './select.js';

/** Maximum of OFFSET (SOQL and SOSL Reference, "OFFSET"). */
const MAX_OFFSET = 2000;
/** Sub-queries may nest five levels deep (SOQL and SOSL Reference, "Understanding Relationship Query Limitations"). */
const MAX_DEPTH = 5;

/** What a run has cost so far: rows of all levels, and relationship sub-queries. */
export interface Cost {
  rows: number;
  subqueries: number;
}

/** A query for records, compiled: the same columns serve the whole result or chosen ids of it. */
export class RecordQuery {
  readonly scope: Scope;
  private readonly selection: Selection;

  constructor(
    private readonly query: Query,
    private readonly context: Context,
    objectName: string,
    private readonly depth = 0
  ) {
    if (depth >= MAX_DEPTH)
      throw new SoqlError(
        'SOQL statements cannot query aggregate relationships more than 5 levels away from the root entity object.',
        query.from
      );
    this.scope = new Scope(context, context.object(objectName), query.alias ?? (depth > 0 ? query.from : null), query.aliases);
    if (query.having) throw new SoqlError("unexpected token: 'HAVING'", 'HAVING');
    this.selection = new Selection(query, this.scope);
    // Compiled once here so that a query is wrong before it runs, sub-queries of an empty result included.
    for (const each of this.selection.children) this.childQuery(each);
    if (depth > 0) this.sql([], false);
  }

  /** All records, or those with the given ids in their order. */
  run(store: Store, cost: Cost, allRows: boolean, ids: readonly string[] | null = null): SObject[] {
    const parameters: SqlValue[] = [];
    const sql = ids ? this.sqlForIds(ids, parameters, allRows) : this.sql(parameters, allRows);
    this.context.check();
    return this.build(store.rows(sql, parameters), store, cost, allRows, ids);
  }

  /** Only the ids, in the query's order. */
  ids(store: Store, allRows: boolean): string[] {
    const parameters: SqlValue[] = [];
    const sql = this.sql(parameters, allRows, [`${this.scope.root.alias}."Id"`]);
    this.context.check();
    return store.rows(sql, parameters).map(([value]) => String(value));
  }

  /** SQL of the whole query; paths of its clauses are resolved before its FROM clause is written. */
  sql(parameters: SqlValue[], allRows: boolean, columns: readonly string[] = this.selection.columns): string {
    const conditions = rowConditions(this.query, this.scope, parameters, allRows);
    const order = this.order();
    return `SELECT ${list(columns)} FROM ${this.scope.from}${where(conditions)} ORDER BY ${order}${paging(this.query, this.context)}`;
  }

  /** Records of a cursor stay in it though they may no longer match the query; deleted ones do not (Apex Developer Guide, "Apex Cursors"). */
  private sqlForIds(ids: readonly string[], parameters: SqlValue[], allRows: boolean): string {
    const { alias } = this.scope.root;
    parameters.push(jsonArray(ids));
    const conditions = [`${alias}."Id" IN (SELECT value FROM json_each(?))`, ...notDeleted(this.scope, allRows)];
    return `SELECT ${list(this.selection.columns)} FROM ${this.scope.from}${where(conditions)}`;
  }

  private order(): string {
    const { query, scope } = this;
    // Equal records come in the order they were made: the platform's order is open, a test's should not be.
    return [...query.orderBy.map((item) => orderItem(item, scope)), `${scope.root.alias}."Id"`].join(', ');
  }

  private build(rows: readonly SqlValue[][], store: Store, cost: Cost, allRows: boolean, ids: readonly string[] | null): SObject[] {
    const { shape, children } = this.selection;
    let records = new Array<SObject>(rows.length);
    for (let i = 0; i < rows.length; i++) records[i] = shape.build(rows[i])!;
    if (ids) {
      const byId = new Map(records.map((record) => [record.id!, record]));
      records = ids.map((id) => byId.get(id)).filter((record) => record !== undefined);
    }
    cost.rows += records.length;
    for (const each of children) this.addChildren(each, records, store, cost, allRows);
    return records;
  }

  private childQuery(query: Query): { key: string; field: string; compiled: RecordQuery } {
    const parent = this.scope.root.object;
    const parts = this.scope.normalize(query.from.split('.'));
    const relationship = parent.child(parts[parts.length - 1]);
    if (!relationship?.name || parts.length !== 1) throw noSuchChild(query.from);
    return {
      key: relationship.name,
      field: relationship.field,
      compiled: new RecordQuery(query, this.context, relationship.childObject, this.depth + 1)
    };
  }

  /** One statement for the children of all parents; LIMIT and OFFSET of a sub-query count per parent. */
  private addChildren(query: Query, parents: readonly SObject[], store: Store, cost: Cost, allRows: boolean): void {
    const { key, field, compiled } = this.childQuery(query);
    cost.subqueries++;
    const type = Types.sobject(compiled.scope.root.object.name);
    const lists = new Map<string, ApexList>();
    for (const parent of parents) {
      const children = new ApexList(type);
      lists.set(parent.id!, children);
      parent.values.set(key, children);
    }
    if (!parents.length) return;
    const { owners, records } = compiled.runForParents(field, [...lists.keys()], store, cost, allRows);
    records.forEach((record, index) => lists.get(owners[index])!.items.push(record));
  }

  private runForParents(
    field: string,
    parents: readonly string[],
    store: Store,
    cost: Cost,
    allRows: boolean
  ): { owners: string[]; records: SObject[] } {
    const { scope, selection, query, context } = this;
    const parameters: SqlValue[] = [jsonArray(parents)];
    const owner = `${scope.root.alias}.${quoted(field)}`;
    const conditions = [`${owner} IN (SELECT value FROM json_each(?))`, ...rowConditions(query, scope, parameters, allRows)];
    const order = this.order();
    const limit = countOf(query.limit, context);
    const offset = countOf(query.offset, context);
    const source = `FROM ${scope.from}${where(conditions)}`;
    const columns = [...selection.columns, owner];
    let sql = `SELECT ${list(columns)} ${source} ORDER BY ${order}`;
    if (limit !== null || offset !== null) {
      const first = offset ?? 0;
      const names = columns.map((_, index) => `c${index}`).join(', ');
      const last = limit === null ? '' : ` AND n <= ${first + limit}`;
      sql = `SELECT ${names} FROM (SELECT ${list(columns)}, row_number() OVER (PARTITION BY ${owner} ORDER BY ${order}) AS n ${source}) WHERE n > ${first}${last} ORDER BY n`;
    }
    const rows = store.rows(sql, parameters);
    const records = this.build(rows, store, cost, allRows, null);
    return { owners: rows.map((row) => String(row[columns.length - 1])), records };
  }
}

function list(columns: readonly string[]): string {
  return columns.map((sql, index) => `${sql} AS c${index}`).join(', ');
}

function where(conditions: readonly string[]): string {
  return conditions.length ? ` WHERE ${conditions.join(' AND ')}` : '';
}

/** Empty fields come first going up and last going down (SOQL and SOSL Reference, "ORDER BY"). */
function orderItem(item: OrderItem, scope: Scope): string {
  const nulls = item.nulls ?? (item.descending ? 'LAST' : 'FIRST');
  return `${orderSql(evaluate(item.expression, scope, 'filter'))}${item.descending ? ' DESC' : ''} NULLS ${nulls}`;
}

/** LIMIT and OFFSET as SQL. */
export function paging(query: Query, context: Context): string {
  const limit = countOf(query.limit, context);
  const offset = countOf(query.offset, context);
  if (offset !== null && offset > MAX_OFFSET)
    throw new SoqlError(`Maximum SOQL offset allowed for apiName ${query.from} is ${MAX_OFFSET}`, 'OFFSET');
  if (limit === null && offset === null) return '';
  return ` LIMIT ${limit ?? -1}${offset === null ? '' : ` OFFSET ${offset}`}`;
}

export function countOf(count: Count, context: Context): number | null {
  if (count === null || typeof count === 'number') return count;
  if (context.validating) return null;
  const value = context.bind(count.bind);
  if (value === null) return null;
  if (typeof value !== 'number' && typeof value !== 'bigint')
    throw new SoqlError(`Invalid bind expression for LIMIT or OFFSET: :${count.bind}`, count.bind);
  if (Number(value) < 0) throw new SoqlError(`unexpected token: '${value}'`, count.bind);
  return Number(value);
}
