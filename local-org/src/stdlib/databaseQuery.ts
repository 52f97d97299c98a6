import type { QueryCursor, QueryOptions } from '../org/contracts.js';
import { storable } from '../async/index.js';
import { tx } from '../org/transaction.js';
import { dynamicOptions } from '../soql/index.js';
import { ApexList, argument, BuiltinObject, raise, UnsupportedFeature, type SObject, type ApexMap } from '../values/index.js';
import { accessMode, type ApexAccessLevel } from './accessLevel.js';
import { builtin } from './declare.js';

/** A batch of rows that the iterator of a locator reads ahead. */
const LOCATOR_STEP = 200;
/** Rows of one Cursor.fetch (Apex Reference, "Cursor Class"). */
const MAX_FETCH = 2000;
/** Rows of a pagination cursor (Apex Reference, "PaginationCursor Class"). */
const MAX_PAGED = 100_000;

/** Database.QueryLocator. Batch Apex reads `cursor`. */
class QueryLocator extends BuiltinObject {
  constructor(
    readonly cursor: QueryCursor,
    /** null when it was made of a list, whose query is not known. */
    readonly text: string | null
  ) {
    super('Database.QueryLocator');
  }

  iterator$0(): QueryLocatorIterator {
    return new QueryLocatorIterator(this.cursor);
  }
}

/** Database.QueryLocatorIterator: walks the locator's rows and charges them as it hands them out. */
class QueryLocatorIterator extends BuiltinObject {
  private position = 0;
  private ahead: readonly unknown[] = [];

  constructor(private readonly cursor: QueryCursor) {
    super('Database.QueryLocatorIterator');
  }

  hasNext$0(): boolean {
    return this.position < this.cursor.size;
  }

  next$0(): unknown {
    if (!this.hasNext$0()) raise('NoSuchElementException', 'Iterator has no more elements');
    const at = this.position % LOCATOR_STEP;
    if (at === 0) this.ahead = this.cursor.fetch(this.position, LOCATOR_STEP).items;
    this.position++;
    tx().limits.count('QueryLocatorRows');
    return this.ahead[at] ?? null;
  }
}

/** Database.Cursor */
class Cursor extends BuiltinObject {
  constructor(readonly cursor: QueryCursor) {
    super('Database.Cursor');
  }
}

/** Database.PaginationCursor */
class PaginationCursor extends BuiltinObject {
  constructor(readonly cursor: QueryCursor) {
    super('Database.PaginationCursor');
  }
}

// Cursors are members of queueables that read on in the next link of a chain (Apex Developer Guide, "Apex Cursors").
storable(
  'Database.Cursor',
  ({ cursor }: Cursor) => cursor,
  (cursor) => new Cursor(cursor)
);
storable(
  'Database.PaginationCursor',
  ({ cursor }: PaginationCursor) => cursor,
  (cursor) => new PaginationCursor(cursor)
);

/** Database.CursorFetchResult */
class CursorFetchResult extends BuiltinObject {
  constructor(
    readonly records: ApexList,
    readonly nextIndex: number,
    readonly deleted: number,
    readonly done: boolean
  ) {
    super('Database.CursorFetchResult');
  }
}

type Binds = ApexMap<string, unknown> | null;
type Level = ApexAccessLevel | null;

/** Binds of the …WithBinds methods: names ignore case, as all names of Apex do. */
function bindsOf(map: Binds): (name: string) => unknown {
  const values = new Map([...argument(map).entries()].map(([key, value]) => [key.toLowerCase(), value]));
  return (name) => {
    const key = name.toLowerCase();
    if (!values.has(key)) raise('QueryException', `Key '${name}' does not exist in the bindMap`);
    return values.get(key);
  };
}

function plain(level: Level = null): QueryOptions {
  return dynamicOptions(accessMode(level));
}

function withBinds(map: Binds, level: Level): QueryOptions {
  return dynamicOptions(accessMode(level), bindsOf(map));
}

function query(text: string | null, options: QueryOptions): ApexList {
  return tx().org.queries.query(argument(text), options);
}

function count(text: string | null, options: QueryOptions): number {
  return tx().org.queries.count(argument(text), options);
}

function locator(text: string | null, options: QueryOptions): QueryLocator {
  return new QueryLocator(tx().org.queries.open(argument(text), { ...options, freeRows: true }), text);
}

/** `Database.getQueryLocator([SELECT …])`: the query has already run. */
function locatorOfList(list: ApexList<SObject> | null): QueryLocator {
  const records = argument(list);
  const object = tx().org.schema.object(records.element.name);
  if (!object) throw new UnsupportedFeature(`a query locator over ${records.element.name}`);
  return new QueryLocator(
    {
      size: records.items.length,
      object,
      fetch: (offset, size) => new ApexList(records.element, records.items.slice(offset, offset + size))
    },
    null
  );
}

function open(text: string | null, options: QueryOptions): QueryCursor {
  const cursor = tx().org.queries.open(argument(text), options);
  tx().limits.count('ApexCursorRows', cursor.size);
  return cursor;
}

function pagination(text: string | null, options: QueryOptions): PaginationCursor {
  const cursor = open(text, options);
  if (cursor.size > MAX_PAGED) raise('FatalCursorException', `A pagination cursor can have at most ${MAX_PAGED} rows`);
  return new PaginationCursor(cursor);
}

/** "Calling the Cursor.fetch() method counts against the SOQL query limit" (Apex Developer Guide, "Apex Cursors"); its rows are counted by the cursor. */
function fetch(cursor: QueryCursor, position: number | null, size: number | null): ApexList {
  const from = argument(position);
  const rows = argument(size);
  if (from < 0 || rows < 0 || rows > MAX_FETCH)
    raise('InvalidParameterValueException', `Invalid cursor position or count: ${from}, ${rows}`);
  const { limits } = tx();
  limits.count('Queries');
  limits.count('FetchCallsOnApexCursor');
  return cursor.fetch(from, rows);
}

/** Skips rows that were deleted since, so that a page is full while there are rows. */
function fetchPage(cursor: QueryCursor, start: number | null, size: number | null): CursorFetchResult {
  const wanted = argument(size);
  let records = fetch(cursor, start, wanted);
  let next = Math.min(cursor.size, argument(start) + wanted);
  let deleted = next - argument(start) - records.items.length;
  while (records.items.length < wanted && next < cursor.size) {
    const missing = Math.min(wanted - records.items.length, cursor.size - next);
    const more = cursor.fetch(next, missing);
    next += missing;
    deleted += missing - more.items.length;
    records = new ApexList(records.element, [...records.items, ...more.items]);
  }
  return new CursorFetchResult(records, next, Math.max(0, deleted), next >= cursor.size);
}

function fetchDeleted(cursor: QueryCursor, start: number | null, size: number | null): number {
  const rows = Math.max(0, Math.min(argument(size), cursor.size - argument(start)));
  return rows - fetch(cursor, start, rows).items.length;
}

function search(text: string | null, options: QueryOptions): ApexList {
  return tx().org.queries.search(argument(text), options);
}

export const declarations = [
  builtin('class Database', {
    'static List<SObject> query(String queryString)': (text: string | null) => query(text, plain()),
    'static List<SObject> query(String queryString, AccessLevel accessLevel)': (text: string | null, level: Level) =>
      query(text, plain(level)),
    'static List<SObject> queryWithBinds(String queryString, Map<String, Object> bindMap, AccessLevel accessLevel)': (
      text: string | null,
      map: Binds,
      level: Level
    ) => query(text, withBinds(map, level)),
    'static Integer countQuery(String query)': (text: string | null) => count(text, plain()),
    'static Integer countQuery(String query, AccessLevel accessLevel)': (text: string | null, level: Level) => count(text, plain(level)),
    'static Integer countQueryWithBinds(String query, Map<String, Object> bindMap, AccessLevel accessLevel)': (
      text: string | null,
      map: Binds,
      level: Level
    ) => count(text, withBinds(map, level)),
    'static Database.QueryLocator getQueryLocator(String query)': (text: string | null) => locator(text, plain()),
    'static Database.QueryLocator getQueryLocator(String query, AccessLevel accessLevel)': (text: string | null, level: Level) =>
      locator(text, plain(level)),
    'static Database.QueryLocator getQueryLocator(List<SObject> listOfQueries)': locatorOfList,
    'static Database.QueryLocator getQueryLocatorWithBinds(String query, Map<String, Object> bindMap, AccessLevel accessLevel)': (
      text: string | null,
      map: Binds,
      level: Level
    ) => locator(text, withBinds(map, level)),
    'static Database.Cursor getCursor(String query)': (text: string | null) => new Cursor(open(text, plain())),
    'static Database.Cursor getCursor(String query, AccessLevel accessLevel)': (text: string | null, level: Level) =>
      new Cursor(open(text, plain(level))),
    'static Database.Cursor getCursorWithBinds(String query, Map<String, Object> bindMap, AccessLevel accessLevel)': (
      text: string | null,
      map: Binds,
      level: Level
    ) => new Cursor(open(text, withBinds(map, level))),
    'static Database.PaginationCursor getPaginationCursor(String query)': (text: string | null) => pagination(text, plain()),
    'static Database.PaginationCursor getPaginationCursor(String query, AccessLevel accessLevel)': (text: string | null, level: Level) =>
      pagination(text, plain(level)),
    'static Database.PaginationCursor getPaginationCursorWithBinds(String query, Map<String, Object> bindMap, AccessLevel accessLevel)': (
      text: string | null,
      map: Binds,
      level: Level
    ) => pagination(text, withBinds(map, level))
  }),
  builtin('class Database.QueryLocator', {
    'String getQuery()': (self: QueryLocator) => {
      if (self.text === null) throw new UnsupportedFeature('getQuery() of a query locator made of a list');
      return self.text;
    },
    'Database.QueryLocatorIterator iterator()': (self: QueryLocator) => self.iterator$0()
  }),
  builtin('class Database.QueryLocatorIterator implements Iterator<SObject>', {
    'Boolean hasNext()': (self: QueryLocatorIterator) => self.hasNext$0(),
    'SObject next()': (self: QueryLocatorIterator) => self.next$0()
  }),
  builtin('class Database.Cursor', {
    'Integer getNumRecords()': ({ cursor }: Cursor) => cursor.size,
    'List<SObject> fetch(Integer position, Integer count)': ({ cursor }: Cursor, position: number | null, size: number | null) =>
      fetch(cursor, position, size)
  }),
  builtin('class Database.PaginationCursor', {
    'Integer getNumRecords()': ({ cursor }: PaginationCursor) => cursor.size,
    'Database.CursorFetchResult fetchPage(Integer start, Integer pageSize)': (
      { cursor }: PaginationCursor,
      start: number | null,
      size: number | null
    ) => fetchPage(cursor, start, size),
    'Integer fetchDeleted(Integer start, Integer pageSize)': ({ cursor }: PaginationCursor, start: number | null, size: number | null) =>
      fetchDeleted(cursor, start, size)
  }),
  builtin('class Database.CursorFetchResult', {
    'List<SObject> getRecords()': (self: CursorFetchResult) => self.records,
    'Integer getNextIndex()': (self: CursorFetchResult) => self.nextIndex,
    'Integer getNumDeletedRecords()': (self: CursorFetchResult) => self.deleted,
    'Boolean isDone()': (self: CursorFetchResult) => self.done
  }),
  builtin('class Search', {
    'static List<List<SObject>> query(String query)': (text: string | null) => search(text, plain()),
    'static List<List<SObject>> query(String query, AccessLevel accessLevel)': (text: string | null, level: Level) =>
      search(text, plain(level))
  })
];
