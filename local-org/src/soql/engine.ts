import type { Org, QueryCursor, QueryEngine, QueryOptions, SavedCursor } from '../org/contracts.js';
import { hasTransaction, tx } from '../org/transaction.js';
import type { ObjectInfo, Schema } from '../schema/model.js';
import { ApexException, ApexList, Types, UnsupportedFeature, type SObject } from '../values/index.js';
import { aggregation } from './aggregate.js';
import type { Query } from './ast.js';
import { rowConditions } from './conditions.js';
import { Context, type AccessMode, type Formulas, type Surroundings } from './context.js';
import { SoqlError } from './errors.js';
import { defineFormulas } from './formulaFields.js';
import { isAggregateQuery, isCountQuery } from './kinds.js';
import { parse } from './parse.js';
import { paging, RecordQuery, type Cost } from './records.js';
import { isRecordAccess, withRecordAccess } from './recordAccess.js';
import { checkForm } from './restrictions.js';
import { Scope } from './scope.js';
import { search } from './search.js';
import { defineFunctions } from './sqlFunctions.js';

const CACHED_QUERIES = 1000;

/** As orgs say it; seen in many public reports of QueryException. */
const ROW_HELD =
  'Record Currently Unavailable: The record you are attempting to edit, or one of its related records, is currently being modified by another user. Please try again.';

type QueryOrg = Pick<Org, 'schema' | 'store' | 'clock' | 'access'> & Partial<Pick<Org, 'heldRows'>>;

/** The org's SOQL: text in, records out. Reads `org.access` when it runs, so the org may still be put together. */
export function createQueries(org: QueryOrg): QueryEngine {
  return new Engine(org);
}

/** Reads binds and keeps what it read. */
function recorded(bind: (name: string) => unknown, values: Map<string, unknown>): (name: string) => unknown {
  return (name) => {
    const value = bind(name);
    values.set(name, value);
    return value;
  };
}

/** Only the check of queries against a schema, for a compiler without an org. */
export function createValidator(schema: Schema): Pick<QueryEngine, 'validate'> {
  return { validate: (text) => validate(text, schema) };
}

class Engine implements QueryEngine {
  private readonly parsed = new Map<string, Query>();
  private readonly formulas: Formulas;

  constructor(private readonly org: QueryOrg) {
    defineFunctions(org);
    this.formulas = defineFormulas(org);
  }

  query(text: string, options: QueryOptions): ApexList {
    return this.guard(options, () => {
      const query = this.parse(text);
      const context = this.context(query, options);
      this.countQuery(options);
      return isAggregateQuery(query) ? this.aggregate(query, context) : this.records(query, context);
    });
  }

  count(text: string, options: QueryOptions): number {
    return this.guard(options, () => {
      const query = this.parse(text);
      if (!isCountQuery(query)) throw new SoqlError('The query must be a SELECT COUNT() query');
      const context = this.context(query, options);
      this.countQuery(options);
      const count = this.countRecords(query, context);
      this.charge(options, { rows: 1, subqueries: 0 });
      return count;
    });
  }

  isCount(text: string): boolean {
    try {
      return isCountQuery(this.parse(text));
    } catch (error) {
      if (error instanceof SoqlError) return false;
      throw error;
    }
  }

  validate(text: string): { readonly message: string; readonly column: number } | null {
    return validate(text, this.org.schema);
  }

  open(text: string, given: QueryOptions): QueryCursor {
    return this.guard(given, () => {
      const binds = new Map<string, unknown>();
      const options = given.bind ? { ...given, bind: recorded(given.bind, binds) } : given;
      const query = this.parse(text);
      const context = this.context(query, options);
      this.countQuery(options);
      if (isAggregateQuery(query)) return materialized(this.aggregate(query, context), context.object(query.from));
      if (isRecordAccess(query)) return materialized(this.records(query, context), context.object(query.from));
      const compiled = new RecordQuery(query, context, query.from);
      const ids = this.read(() => compiled.ids(this.org.store, allRows(query, options)));
      const { accessLevel, enforceSharing, allRows: all = false, freeRows = false } = options;
      const saved = { text, ids, accessLevel, enforceSharing, allRows: all, freeRows, binds };
      return {
        size: ids.length,
        object: compiled.scope.root.object,
        fetch: (offset, count) => this.fetch(compiled, query, options, ids.slice(offset, offset + count)),
        saved
      };
    });
  }

  reopen(saved: SavedCursor): QueryCursor {
    const { text, ids, binds, ...rest } = saved;
    const options: QueryOptions = { ...rest, bind: (name) => binds.get(name) ?? null };
    const query = this.parse(text);
    const object = this.org.schema.object(query.from);
    if (!object) throw new Error(`The project no longer has the object ${query.from}.`);
    // Compiled for each fetch: access is checked for the user who reads then.
    const fetch = (offset: number, count: number): ApexList =>
      this.guard(options, () => {
        const compiled = new RecordQuery(query, this.context(query, options), query.from);
        return this.fetch(compiled, query, options, ids.slice(offset, offset + count));
      });
    return { size: ids.length, object, fetch, saved };
  }

  private fetch(compiled: RecordQuery, query: Query, options: QueryOptions, ids: readonly string[]): ApexList {
    return this.guard(options, () => {
      const cost = { rows: 0, subqueries: 0 };
      const records = this.read(() => compiled.run(this.org.store, cost, allRows(query, options), ids));
      this.charge(options, cost);
      return new ApexList(Types.sobject(compiled.scope.root.object.name), records);
    });
  }

  search(text: string, options: QueryOptions): ApexList {
    return this.guard(options, () => {
      if (!options.internal) tx().limits.count('SoslQueries');
      return search(
        text,
        options,
        (query, more) => {
          const context = this.context(query, { ...options, ...more });
          return this.records(query, context);
        },
        this.org.schema
      );
    });
  }

  private records(query: Query, context: Context): ApexList {
    const { options } = context;
    const compiled = new RecordQuery(query, context, query.from);
    const cost = { rows: 0, subqueries: 0 };
    const records = this.read(() =>
      withRecordAccess(query, context, this.org, () => compiled.run(this.org.store, cost, allRows(query, options)))
    );
    this.charge(options, cost);
    if (query.purpose === 'UPDATE') this.lock(records);
    return new ApexList(Types.sobject(compiled.scope.root.object.name), records);
  }

  /** Another transaction's lock is waited for ten seconds (SOQL and SOSL Reference, "FOR UPDATE"); the wait is left out. */
  private lock(records: readonly SObject[]): void {
    const { heldRows } = this.org;
    if (heldRows?.size && records.some(({ id }) => id !== null && heldRows.has(id))) throw new SoqlError(ROW_HELD);
  }

  private aggregate(query: Query, context: Context): ApexList {
    if (isCountQuery(query)) throw new SoqlError('COUNT() queries must be run as a count, not for records.');
    const { sql, parameters, charge, build } = aggregation(query, context, allRows(query, context.options), paging(query, context));
    context.check();
    const { store } = this.org;
    const records = this.read(() => withRecordAccess(query, context, this.org, () => store.rows(sql, parameters).map(build)));
    const charged =
      charge && !context.options.internal ? this.read(() => Number(store.rows(charge.sql, charge.parameters)[0][0])) : records.length;
    this.charge(context.options, { rows: charged, subqueries: 0 });
    return new ApexList(Types.sobject('AggregateResult'), records);
  }

  private countRecords(query: Query, context: Context): number {
    const scope = new Scope(context, context.object(query.from), query.alias, query.aliases);
    context.use(scope.root.object, null, 'select');
    const parameters: (string | number | bigint | null | Uint8Array)[] = [];
    const conditions = rowConditions(query, scope, parameters, allRows(query, context.options));
    context.check();
    const rows = `SELECT 1 FROM ${scope.from}${conditions.length ? ` WHERE ${conditions.join(' AND ')}` : ''}${paging(query, context)}`;
    return this.read(() =>
      withRecordAccess(query, context, this.org, () => Number(this.org.store.rows(`SELECT count(*) AS n FROM (${rows})`, parameters)[0][0]))
    );
  }

  private parse(text: string): Query {
    let query = this.parsed.get(text);
    if (!query) {
      query = parse(text);
      if (this.parsed.size >= CACHED_QUERIES) this.parsed.delete(this.parsed.keys().next().value!);
      this.parsed.set(text, query);
    }
    return query;
  }

  private context(query: Query, options: QueryOptions): Context {
    const mode: AccessMode = options.internal ? 'SYSTEM_MODE' : (query.access ?? options.accessLevel);
    const context = new Context(this.surroundings(), options, mode);
    if (context.restricted) checkForm(query);
    return context;
  }

  private surroundings(): Surroundings {
    const { org } = this;
    const user = hasTransaction() ? tx().user : null;
    return {
      schema: org.schema,
      store: org.store,
      now: org.clock.now(),
      timeZone: user?.timeZone ?? 'UTC',
      userId: user?.id ?? null,
      formulas: this.formulas,
      canReadObject: (object) => user === null || org.access.canObject(user, object, 'read'),
      canReadField: (object, field) => user === null || org.access.canReadField(user, object, field),
      recordFilter: (object, alias) => (user === null ? null : org.access.recordFilter(user, object, alias, 'read'))
    };
  }

  private countQuery(options: QueryOptions): void {
    if (!options.internal) tx().limits.count('Queries');
  }

  private charge(options: QueryOptions, cost: Cost): void {
    if (options.internal) return;
    const { limits } = tx();
    if (cost.subqueries) limits.count('AggregateQueries', cost.subqueries);
    if (cost.rows && !options.freeRows) limits.count('QueryRows', cost.rows);
  }

  /** Reads the database outside the CPU limit. */
  private read<T>(work: () => T): T {
    try {
      return hasTransaction() ? tx().limits.outsideCpu(work) : work();
    } catch (error) {
      throw this.formulas.takeFailure() ?? error;
    }
  }

  private guard<T>(options: QueryOptions, work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw error instanceof SoqlError ? queryException(error, options) : error;
    }
  }
}

/** A cursor over rows that were read already. */
function materialized({ items, element }: ApexList, object: ObjectInfo): QueryCursor {
  return { size: items.length, object, fetch: (offset, count) => new ApexList(element, items.slice(offset, offset + count)) };
}

function allRows(query: Query, options: QueryOptions): boolean {
  return query.allRows || options.allRows === true;
}

function queryException(error: SoqlError, options: QueryOptions): Error {
  // The platform's own reads have no Apex to tell.
  if (options.internal && !hasTransaction()) return error;
  const exception = new ApexException('QueryException', error.message);
  if (error.inaccessible) exception.inaccessibleFields = new Map([...error.inaccessible].map(([object, fields]) => [object, [...fields]]));
  return exception;
}

const CHECKED: QueryOptions = { accessLevel: 'SYSTEM_MODE', enforceSharing: false };

function validate(text: string, schema: Schema): { readonly message: string; readonly column: number } | null {
  try {
    const query = parse(text);
    checkForm(query);
    const context = new Context(
      {
        schema,
        store: null,
        now: 0,
        timeZone: 'UTC',
        userId: null,
        formulas: null,
        canReadObject: () => true,
        canReadField: () => true,
        recordFilter: () => null
      },
      CHECKED,
      'SYSTEM_MODE'
    );
    if (isCountQuery(query)) rowConditions(query, new Scope(context, context.object(query.from), query.alias, query.aliases), [], true);
    else if (isAggregateQuery(query)) aggregation(query, context, true, paging(query, context));
    else new RecordQuery(query, context, query.from).sql([], true);
    return null;
  } catch (error) {
    if (error instanceof UnsupportedFeature) return { message: error.message, column: 1 };
    if (!(error instanceof SoqlError)) throw error;
    const at = error.near ? text.toLowerCase().indexOf(error.near.toLowerCase()) : -1;
    return { message: error.message, column: at + 1 || 1 };
  }
}
