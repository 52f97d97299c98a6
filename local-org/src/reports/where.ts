import { DateTime } from 'luxon';
import { isIdText } from '../values/index.js';
import { parseLogic, type Logic } from './logic.js';
import type { Column } from './columns.js';
import { soqlPath } from './columns.js';
import { fail, type Place } from './errors.js';
import { INTERVALS } from './intervals.js';
import type { FilterOperator, ReportFilter, TimeFrame } from './model.js';
import type { ReportType } from './types.js';

/** SOQL, or what a condition is on every row. */
export type Truth = string | boolean;

/** What filters are compiled for: rows whose deepest record is of table `leaf`; columns of deeper tables are empty in them. */
export interface Level {
  readonly type: ReportType;
  readonly leaf: number;
  readonly timeZone: string;
  readonly place: Place;
}

export function and(truths: readonly Truth[]): Truth {
  return joined(truths, false, ' AND ');
}

export function or(truths: readonly Truth[]): Truth {
  return joined(truths, true, ' OR ');
}

/** `deciding` is the value that decides the whole. */
function joined(truths: readonly Truth[], deciding: boolean, operator: string): Truth {
  if (truths.includes(deciding)) return deciding;
  const open = truths.filter((truth) => typeof truth === 'string');
  if (open.length === 0) return !deciding;
  return open.length === 1 ? open[0] : `(${open.join(operator)})`;
}

function not(truth: Truth): Truth {
  return typeof truth === 'boolean' ? !truth : `(NOT ${truth})`;
}

/** The criteria of a report under its filter logic; without one they all have to hold. */
export function filterLogic(truths: readonly Truth[], booleanFilter: string | null, place: Place): Truth {
  if (booleanFilter === null) return and(truths);
  const evaluate = (logic: Logic): Truth => {
    switch (logic.kind) {
      case 'item':
        return truths[logic.number - 1] ?? fail(place, 'booleanFilter', `names filter ${logic.number}, the report has ${truths.length}.`);
      case 'not':
        return not(evaluate(logic.operand));
      case 'and':
        return and(logic.operands.map(evaluate));
      case 'or':
        return or(logic.operands.map(evaluate));
    }
  };
  return evaluate(parseLogic(booleanFilter, place));
}

/** Operators that are the negation of another, which empty fields meet as well. */
const NEGATED: Partial<Record<FilterOperator, FilterOperator>> = { notEqual: 'equals', notContain: 'contains', excludes: 'includes' };
const COMPARED: Partial<Record<FilterOperator, string>> = { lessThan: '<', lessOrEqual: '<=', greaterThan: '>', greaterOrEqual: '>=' };

export function criterionTruth(filter: ReportFilter, column: Column, level: Level): Truth {
  const positive = NEGATED[filter.operator];
  if (positive) return not(criterionTruth({ ...filter, operator: positive }, column, level));
  const values = splitValues(filter.value);
  // A record that is not there has empty fields; only "equals nothing" is true of them.
  if (column.table > level.leaf) return filter.operator === 'equals' && values.length === 0;
  const comparison = new Comparison(filter, column, level);
  if (values.length === 0) return comparison.withNothing();
  return or(values.map((value) => comparison.with(value)));
}

/** The days of a standard date filter. */
export function timeFrameTruth(frame: TimeFrame, column: Column, level: Level): Truth {
  if (column.type !== 'date' && column.type !== 'datetime') fail(level.place, 'dateColumn', `${column.name} is no date.`);
  const bounds: [FilterOperator, string | null][] =
    frame.interval === 'INTERVAL_CUSTOM'
      ? [
          ['greaterOrEqual', frame.start],
          ['lessOrEqual', frame.end]
        ]
      : intervalBounds(frame.interval, level.place);
  return and(
    bounds.flatMap(([operator, value]) => (value === null ? [] : [criterionTruth({ column: column.name, operator, value }, column, level)]))
  );
}

function intervalBounds(interval: string, place: Place): [FilterOperator, string][] {
  const days = INTERVALS[interval] ?? fail(place, 'interval', `'${interval}' is not done by the local org.`);
  return [
    ['greaterOrEqual', days[0]],
    ['lessOrEqual', days[1]]
  ];
}

/** Values are separated by commas; one that holds a comma stands in quotes. */
export function splitValues(text: string): string[] {
  return [...text.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*(?:,|$)/g)]
    .map(([, quoted, plain]) => (quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"')))
    .filter((value) => value !== '');
}

const DATE_LITERAL = /^(?:YESTERDAY|TODAY|TOMORROW|(?:LAST|THIS|NEXT)_[A-Z_]+|N_[A-Z_]+_AGO)(?::\d+)?$/;

/** One filter at one level: the left side is known, values come one by one. */
class Comparison {
  private readonly soql: string;

  constructor(
    private readonly filter: ReportFilter,
    private readonly column: Column,
    private readonly level: Level
  ) {
    this.soql = soqlPath(level.type, level.leaf, column.table, column.path);
  }

  withNothing(): Truth {
    const { operator } = this.filter;
    if (operator === 'equals') return this.column.type === 'boolean' ? `${this.soql} = false` : `${this.soql} = null`;
    if (operator === 'contains' || operator === 'startsWith' || operator === 'includes') return true;
    return this.wrong('needs a value');
  }

  with(value: string): Truth {
    switch (this.column.type) {
      case 'boolean':
        return `${this.equality()} ${this.boolean(value)}`;
      case 'int':
      case 'long':
      case 'double':
      case 'currency':
      case 'percent':
        return `${this.soql} ${this.operator()} ${this.number(value)}`;
      case 'date':
      case 'datetime':
        return this.date(value);
      case 'multipicklist':
        return `${this.soql} INCLUDES (${quoted(value)})`;
      default:
        return this.text(value);
    }
  }

  private text(value: string): Truth {
    const { column, filter, level } = this;
    const values = column.field.picklist?.find((each) => each.label.toLowerCase() === value.toLowerCase())?.value ?? value;
    if (filter.operator === 'contains') return `${this.soql} LIKE ${quoted(`%${likeText(value)}%`)}`;
    if (filter.operator === 'startsWith') return `${this.soql} LIKE ${quoted(`${likeText(value)}%`)}`;
    const byId = isIdText(value) && (column.idPath ?? (column.field.apexType === 'Id' ? column.path : null));
    if (byId && /\d/.test(value)) return `${soqlPath(level.type, level.leaf, column.table, byId)} ${this.operator()} ${quoted(value)}`;
    return `${this.soql} ${this.operator()} ${quoted(values)}`;
  }

  private equality(): string {
    if (this.filter.operator !== 'equals') this.wrong('takes equals and notEqual only');
    return `${this.soql} =`;
  }

  private operator(): string {
    if (this.filter.operator === 'equals') return '=';
    return COMPARED[this.filter.operator] ?? this.wrong(`does not take ${this.filter.operator}`);
  }

  private boolean(value: string): string {
    if (/^(1|true)$/i.test(value)) return 'true';
    return /^(0|false)$/i.test(value) ? 'false' : this.wrong(`'${value}' is neither true nor false`);
  }

  private number(value: string): string {
    const plain = value.replace(/[%$]/g, '').trim();
    return Number.isFinite(Number(plain)) && plain !== '' ? plain : this.wrong(`'${value}' is no number`);
  }

  /** A day, of a Datetime the user's: from its first moment up to the next day's. */
  private date(value: string): string {
    const literal = value
      .toUpperCase()
      .replace(/\s+/g, '_')
      .replace(/^(LAST|NEXT)_(\d+)_DAYS$/, '$1_N_DAYS:$2');
    if (DATE_LITERAL.test(literal)) return `${this.soql} ${this.operator()} ${literal}`;
    const day = this.day(value);
    if (this.column.type === 'date') return `${this.soql} ${this.operator()} ${day.toISODate()}`;
    const start = moment(day);
    const end = moment(day.plus({ days: 1 }));
    switch (this.filter.operator) {
      case 'lessThan':
        return `${this.soql} < ${start}`;
      case 'greaterOrEqual':
        return `${this.soql} >= ${start}`;
      case 'lessOrEqual':
        return `${this.soql} < ${end}`;
      case 'greaterThan':
        return `${this.soql} >= ${end}`;
      default:
        this.operator();
        return `(${this.soql} >= ${start} AND ${this.soql} < ${end})`;
    }
  }

  private day(value: string): DateTime {
    const zone = { zone: this.level.timeZone };
    const iso = DateTime.fromISO(value.slice(0, 10), zone);
    const day = iso.isValid ? iso : DateTime.fromFormat(value.split(' ')[0], 'M/d/yyyy', zone);
    return day.isValid ? day.startOf('day') : this.wrong(`'${value}' is no date (YYYY-MM-DD, M/D/YYYY or a literal such as LAST_MONTH)`);
  }

  private wrong(message: string): never {
    return fail(this.level.place, 'criteriaItems', `${this.column.name}: ${message}.`);
  }
}

function moment(day: DateTime): string {
  return day.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
}

export function quoted(text: string): string {
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}

function likeText(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
