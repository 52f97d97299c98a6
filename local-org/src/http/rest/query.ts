import type { QueryCursor } from '../../org/contracts.js';
import type { SObject } from '../../values/index.js';
import { ApiError } from '../errors.js';
import { recordToJson, shapeOf, type Shape } from '../json/recordJson.js';
import { ok, type Answer, type Call, type Router } from './router.js';

/** Records in one answer (REST API Developer Guide, Query Options header: 200 to 2,000). */
const PAGE = 2000;
const SMALLEST_PAGE = 200;
/** Locators that are kept for a user who pages (an org keeps ten). */
const LOCATORS = 10;
/** `AggregateResult`s can't be paged. */
const AGGREGATE = /\bGROUP\s+BY\b|\b(COUNT|COUNT_DISTINCT|SUM|AVG|MIN|MAX)\s*\(/i;

interface Locator {
  readonly userId: string;
  readonly cursor: QueryCursor;
  readonly shape: Shape | null;
  readonly pageSize: number;
}

/** `/query`, `/queryAll`, `/query/:locator` and `/search`. */
export function queryRoutes(router: Router): void {
  const locators = new Map<string, Locator>();
  let nextLocator = 1;

  const start = (call: Call, allRows: boolean): Answer => {
    const soql = call.query.q?.trim();
    if (!soql) throw new ApiError(400, 'MALFORMED_QUERY', 'The parameter q has to hold a SOQL query.');
    const options = { accessLevel: 'USER_MODE', enforceSharing: true, allRows } as const;
    const { queries } = call.context.host.org;
    return call.run(() => {
      if (queries.isCount(soql)) return ok({ totalSize: queries.count(soql, options), done: true, records: [] });
      const shape = shapeOf(soql);
      if (AGGREGATE.test(soql.split(/\bFROM\b/i)[0]) || /\bGROUP\s+BY\b/i.test(soql)) {
        const records = queries.query(soql, options).items as SObject[];
        return ok({ totalSize: records.length, done: true, records: records.map((record) => recordToJson(record, call.version)) });
      }
      const cursor = queries.open(soql, options);
      const id = `01g${String(nextLocator++).padStart(15, '0')}`;
      const locator: Locator = { userId: call.userId, cursor, shape, pageSize: pageSize(call) };
      if (cursor.size > locator.pageSize) {
        locators.set(id, locator);
        const own = [...locators].filter(([, candidate]) => candidate.userId === call.userId);
        if (own.length > LOCATORS) locators.delete(own[0][0]);
      }
      return page(call, id, locator, 0);
    });
  };

  router.add('GET', 'query', (call) => start(call, false));
  router.add('GET', 'queryAll', (call) => start(call, true));
  router.add('GET', 'query/:locator', (call) => {
    const [, id, offset] = /^(\w{18})-(\d+)$/.exec(call.params.locator) ?? [];
    const locator = id ? locators.get(id) : undefined;
    if (!locator || locator.userId !== call.userId) throw new ApiError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
    return call.run(() => page(call, id, locator, Number(offset)));
  });
  router.add('GET', 'search', (call) => {
    const sosl = call.query.q?.trim();
    if (!sosl) throw new ApiError(400, 'MALFORMED_SEARCH', 'The parameter q has to hold a SOSL search.');
    return call.run(() => {
      const lists = call.context.host.org.queries.search(sosl, { accessLevel: 'USER_MODE', enforceSharing: true }).items as {
        items: SObject[];
      }[];
      return ok({ searchRecords: lists.flatMap((list) => list.items.map((record) => recordToJson(record, call.version))) });
    });
  });
}

function page(call: Call, id: string, { cursor, shape, pageSize }: Locator, offset: number): Answer {
  const records = cursor.fetch(offset, pageSize).items as SObject[];
  const next = offset + records.length;
  const done = next >= cursor.size;
  return ok({
    totalSize: cursor.size,
    done,
    ...(done ? {} : { nextRecordsUrl: `/services/data/${call.version}/query/${id}-${next}` }),
    records: records.map((record) => recordToJson(record, call.version, shape))
  });
}

function pageSize(call: Call): number {
  const asked = Number(/batchSize=(\d+)/i.exec(String(call.headers['sforce-query-options'] ?? ''))?.[1] ?? PAGE);
  return Math.min(Math.max(asked, SMALLEST_PAGE), PAGE);
}
