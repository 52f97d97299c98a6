import type { Org, RunningUser } from '../org/contracts.js';
import { ApexDecimal, ApexDouble, compare } from '../values/index.js';
import { cellOf, type Cell } from './cells.js';
import { resolveColumn, type Column } from './columns.js';
import { fail, ReportError } from './errors.js';
import { filteredColumns, reportFilters } from './filters.js';
import { grouper, type Grouper } from './groups.js';
import type { ReportDefinition, ReportGrouping } from './model.js';
import { levelConditions, levelsOf, readDetails, readFacts, type Detail, type Ordering } from './query.js';
import { columnSummary, formulaSummary, ROW_COUNT, summariesOf, type Measure, type ReportSummary } from './summaries.js';
import { type Node, Totals, type Fact, type Part } from './totals.js';
import { findReportType, type ReportType } from './types.js';
import type { Level, Truth } from './where.js';

/** Detail rows that a report shows at most, on its page and by its API (Reports REST API, "Requirements and Limitations"). */
export const MOST_ROWS = 2000;

export interface RunOptions {
  /** Whether the rows are wanted; the report's own setting when absent. */
  readonly details?: boolean;
}

/** A report with the answers of one run. */
export interface ReportResult {
  readonly report: ReportDefinition;
  readonly type: ReportType;
  readonly columns: readonly Column[];
  readonly summaries: readonly ReportSummary[];
  readonly groupersDown: readonly Grouper[];
  readonly groupersAcross: readonly Grouper[];
  readonly totals: Totals;
  readonly details: boolean;
  /** By fact key: `T!T`, `0_1!T`, `0!1`. */
  readonly rows: ReadonlyMap<string, readonly (readonly Cell[])[]>;
  /** false: there are more rows than are shown. */
  readonly allData: boolean;
  readonly timeZone: string;
  /** Columns that the user may not read and so does not get. */
  readonly hidden: readonly string[];
}

/** Runs a report as the user of the running transaction: object, field and record access are the user's. */
export function runReport(org: Org, user: RunningUser, report: ReportDefinition, options: RunOptions = {}): ReportResult {
  return new Run(org, user, report, options).result();
}

class Run {
  private readonly type: ReportType;
  private readonly hidden: string[] = [];

  constructor(
    private readonly org: Org,
    private readonly user: RunningUser,
    private readonly report: ReportDefinition,
    private readonly options: RunOptions
  ) {
    this.type = findReportType(report.reportType, org.metadata, org.schema, report.place);
    this.checkAccess();
  }

  result(): ReportResult {
    const { report, type } = this;
    const down = report.groupingsDown.map((grouping) => this.grouper(grouping, 'groupingsDown'));
    const across = report.groupingsAcross.map((grouping) => this.grouper(grouping, 'groupingsAcross'));
    const groupers = [...down, ...across];
    const shown = summariesOf(report);
    const columns = shown.flatMap((column) => this.readable(this.column(column.name, 'columns')));
    const summaries = [
      ...shown.flatMap((shownColumn) => {
        const column = columns.find((each) => each.name === shownColumn.name);
        return column ? shownColumn.summaries.map((summary) => columnSummary(column, summary, report)) : [];
      }),
      ROW_COUNT,
      ...report.formulas.map((formula) => formulaSummary(formula, report, type, this.org.schema))
    ];
    for (const { name, measures } of summaries)
      this.requireReadable(
        measures.map(({ column }) => column),
        `summary ${name}`
      );
    const sorters = this.groupSummaries(summaries);
    const measures = [...summaries, ...sorters.values()].flatMap((summary) => summary.measures);

    const details = this.options.details ?? (report.format === 'Tabular' || report.showDetails);
    const levels = this.levels();
    const totals = new Totals(down.length);
    const rows = details || report.rowLimit !== null ? this.details(levels, groupers, columns, measures) : { rows: [], allData: true };
    const facts =
      report.rowLimit === null
        ? levels.flatMap(({ level, where }) => readFacts(this.org, level, where, groupers, measures))
        : rows.rows.map((row) => factOf(row, measures));
    for (const fact of facts) totals.add(fact);
    this.sortGroups(totals, sorters);
    return {
      report,
      type,
      columns,
      summaries,
      groupersDown: down,
      groupersAcross: across,
      totals,
      details,
      rows: this.rowsByCell(details ? rows.rows : [], totals, columns),
      allData: rows.allData,
      timeZone: this.user.timeZone,
      hidden: this.hidden
    };
  }

  /** Rows come from as many queries as there are records that can be the deepest of a row. */
  private levels(): { level: Level; where: Truth }[] {
    const { report, type, user, org } = this;
    return levelsOf(type).map((leaf) => {
      const level: Level = { type, leaf, timeZone: user.timeZone, place: report.place };
      return { level, where: levelConditions(level, reportFilters(report, level, org.schema, user.id)) };
    });
  }

  private details(
    levels: readonly { level: Level; where: Truth }[],
    groupers: readonly Grouper[],
    columns: readonly Column[],
    measures: readonly Measure[]
  ): { rows: Detail[]; allData: boolean } {
    const { report } = this;
    const read = [...columns, ...measures.map(({ column }) => column), ...(report.sort ? [this.sortColumn(report.sort.column)] : [])];
    const groupings = [...report.groupingsDown, ...report.groupingsAcross];
    const order: Ordering[] = groupers.map(({ column }, index) => ({ column, descending: groupings[index].descending }));
    if (report.sort) order.push({ column: this.sortColumn(report.sort.column), descending: report.sort.descending });
    const limit = Math.min(report.rowLimit ?? MOST_ROWS, MOST_ROWS);
    const found = levels.flatMap(({ level, where }) => readDetails(this.org, level, where, groupers, read, order, limit + 1));
    if (levels.length > 1) found.sort(byOrder(order));
    return { rows: found.slice(0, limit), allData: report.rowLimit !== null || found.length <= limit };
  }

  private rowsByCell(details: readonly Detail[], totals: Totals, columns: readonly Column[]): Map<string, Cell[][]> {
    const { report, user } = this;
    const cells = new Map<string, { detail: Detail; row: Cell[] }[]>();
    for (const detail of details) {
      const { down, across } = totals.path(detail.groups);
      const key = `${down.key}!${across.key}`;
      const row = columns.map((column) => {
        const { value, id } = detail.value(column);
        return cellOf(column, value, id, user.timeZone);
      });
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key)!.push({ detail, row });
    }
    // Within a group of a coarse date or a bucket, rows still come in the report's order.
    const inside = report.sort ? byOrder([{ column: this.sortColumn(report.sort.column), descending: report.sort.descending }]) : null;
    return new Map(
      [...cells].map(([key, rows]) => [key, (inside ? rows.sort((a, b) => inside(a.detail, b.detail)) : rows).map(({ row }) => row)])
    );
  }

  private sortGroups(totals: Totals, sorters: ReadonlyMap<ReportGrouping, ReportSummary>): void {
    const { report, user } = this;
    totals.sort((depth, axis) => {
      const grouping = (axis === 'down' ? report.groupingsDown : report.groupingsAcross)[depth];
      const sign = grouping?.descending ? -1 : 1;
      const sorter = grouping && sorters.get(grouping);
      const value = (node: Node): unknown => {
        if (!sorter) return node.group!.order;
        return axis === 'down'
          ? sorter.cell(totals, node, totals.across, user.timeZone).value
          : sorter.cell(totals, totals.down, node, user.timeZone).value;
      };
      return (a, b) => sign * order(value(a), value(b)) || order(a.group!.label, b.group!.label);
    });
  }

  /** The summaries by which groups are sorted. */
  private groupSummaries(summaries: readonly ReportSummary[]): Map<ReportGrouping, ReportSummary> {
    const { report } = this;
    const sorters = new Map<ReportGrouping, ReportSummary>();
    for (const grouping of [...report.groupingsDown, ...report.groupingsAcross]) {
      if (!grouping.sortBy) continue;
      const { name, summary } = grouping.sortBy;
      const known = summaries.find((each) => each.name === name);
      if (!known && summary === null)
        fail(report.place, 'sortByName', `'${name}' is no summary of the report; a column needs an aggregateType.`);
      sorters.set(grouping, known ?? columnSummary(this.column(name, 'sortByName'), summary!, report));
    }
    return sorters;
  }

  private grouper(grouping: ReportGrouping, element: string): Grouper {
    const bucket = this.report.buckets.find((each) => each.name === grouping.column) ?? null;
    const column = this.column(bucket?.source ?? grouping.column, element);
    this.requireReadable([column], element);
    return grouper(column, grouping.granularity, bucket, this.user.timeZone);
  }

  private sortColumn(name: string): Column {
    return this.column(name, 'sortColumn');
  }

  private column(name: string, element: string): Column {
    return resolveColumn(name, this.type, this.org.schema, this.report.place, element);
  }

  private checkAccess(): void {
    const { org, user, report, type } = this;
    if (!org.access.hasSystemPermission(user, 'RunReports'))
      throw new ReportError(`${user.name} can't run reports: the permission Run Reports is missing.`, 'REPORT_ACCESS');
    const unreadable = type.tables.find(({ object }) => !org.access.canObject(user, object, 'read'));
    if (unreadable)
      throw new ReportError(
        `${user.name} can't run ${report.place.what}: there is no read access to ${unreadable.object.labelPlural}.`,
        'REPORT_ACCESS'
      );
    this.requireReadable(filteredColumns(report, type, org.schema), 'filter');
  }

  private readable(column: Column): Column[] {
    if (this.canRead(column)) return [column];
    this.hidden.push(column.name);
    return [];
  }

  private canRead(column: Column): boolean {
    return column.reads.every(({ object, field }) => this.org.access.canReadField(this.user, object, field));
  }

  /** A column that is hidden from the user is left out; a report that filters, groups or sums by it would say something else without it. */
  private requireReadable(columns: readonly Column[], use: string): void {
    const column = columns.find((each) => !this.canRead(each));
    if (column)
      throw new ReportError(
        `${this.user.name} can't run ${this.report.place.what}: its ${use} uses ${column.name}, which the user has no access to.`,
        'REPORT_ACCESS'
      );
  }
}

function byOrder(ordering: readonly Ordering[]): (a: Detail, b: Detail) => number {
  return (a, b) => {
    for (const { column, descending } of ordering) {
      const result = order(a.value(column).value, b.value(column).value);
      if (result !== 0) return descending ? -result : result;
    }
    return 0;
  };
}

/** Nothing comes before something. */
function order(a: unknown, b: unknown): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  if (typeof a === 'string' && typeof b === 'string') {
    const [left, right] = [a.toLowerCase(), b.toLowerCase()];
    return left < right ? -1 : Number(left > right);
  }
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  return typeof a === typeof b ? compare(a, b) : typeof a === 'number' ? -1 : 1;
}

/** A single row as a fact: what a row limit leaves is summed row by row. */
function factOf(row: Detail, measures: readonly Measure[]): Fact {
  const parts = measures.map(({ column }): [string, Part] => {
    const { value, id } = row.value(column);
    const number = decimalOf(value);
    return [column.name, { sum: number, count: value === null ? 0 : 1, minimum: value, maximum: value, unique: id ?? value }];
  });
  return { groups: row.groups, rows: 1, parts: new Map(parts) };
}

function decimalOf(value: unknown): ApexDecimal | null {
  if (value instanceof ApexDecimal) return value;
  if (value instanceof ApexDouble) return ApexDecimal.of(value.value);
  return typeof value === 'number' || typeof value === 'bigint' ? ApexDecimal.of(value) : null;
}
