import { isAggregatable, isSortable, type FieldApexType } from '../schema/index.js';
import { UnsupportedFeature } from '../values/index.js';
import type { CallExpression, Expression } from './ast.js';
import { SoqlError, unexpectedToken } from './errors.js';
import { AGGREGATES } from './kinds.js';
import type { Purpose, Scope, Typed } from './scope.js';

/** A field, or a function of fields, as SQL. */
export function evaluate(expression: Expression, scope: Scope, purpose: Purpose): Typed {
  switch (expression.kind) {
    case 'path':
      return scope.resolve(expression.parts, purpose);
    case 'constant':
      throw unexpectedToken(expression.text);
    case 'call':
      return call(expression, scope, purpose);
  }
}

/** A path or call in one spelling, to find it again in GROUP BY. */
export function expressionKey(expression: Expression, scope: Scope): string {
  switch (expression.kind) {
    case 'path':
      return scope.normalize(expression.parts).join('.').toLowerCase();
    case 'constant':
      return expression.text;
    case 'call':
      return `${expression.name}(${expression.arguments.map((argument) => expressionKey(argument, scope)).join(',')})`;
  }
}

function call(expression: CallExpression, scope: Scope, purpose: Purpose): Typed {
  const { name } = expression;
  if (AGGREGATES.has(name)) return aggregate(expression, scope, purpose);
  const date = DATE_PARTS[name];
  if (date) return datePart(name, date, expression, scope, purpose);
  switch (name) {
    case 'TOLABEL':
      return label(evaluate(only(expression), scope, purpose));
    case 'DISTANCE':
      return distance(expression, scope, purpose);
    case 'CONVERTCURRENCY':
      throw new UnsupportedFeature('convertCurrency() in SOQL: the local org has a single currency');
    case 'CONVERTTIMEZONE':
      throw new SoqlError('convertTimezone() can only be used inside of date functions', 'convertTimezone');
    default:
      throw unexpectedToken(name);
  }
}

function only({ arguments: [argument, ...others], name }: CallExpression): Expression {
  if (!argument || others.length) throw unexpectedToken(name);
  return argument;
}

function value(sql: string, type: FieldApexType, name: string): Typed {
  return { sql, type, exact: false, name, field: null };
}

const NUMBERS: ReadonlySet<FieldApexType> = new Set<FieldApexType>(['Integer', 'Long', 'Double', 'Decimal']);

function aggregate(expression: CallExpression, scope: Scope, purpose: Purpose): Typed {
  const { name } = expression;
  if (name === 'COUNT' && expression.arguments.length === 0) return value('count(*)', 'Integer', name);
  const of = evaluate(only(expression), scope, purpose);
  if (of.field ? !isAggregatable(of.field, name) : (name === 'SUM' || name === 'AVG') && !NUMBERS.has(of.type)) {
    throw new SoqlError(`field ${of.name} does not support aggregate operator ${name}`, of.name);
  }
  switch (name) {
    case 'COUNT':
      return value(`count(${of.sql})`, 'Integer', name);
    case 'COUNT_DISTINCT':
      return value(`count(DISTINCT ${of.sql})`, 'Integer', name);
    case 'SUM':
      return { ...of, sql: `sum(${of.sql})`, name };
    case 'AVG':
      return value(`avg(${of.sql})`, 'Decimal', name);
    default:
      return { ...of, sql: `${name === 'MIN' ? 'min' : 'max'}(${of.sql})` };
  }
}

/** SQL of a part of a SQLite time value (SOQL and SOSL Reference, "Date Functions"). The fiscal year is the calendar year. */
const MONTH = (time: string): string => `CAST(strftime('%m', ${time}) AS INTEGER)`;
const YEAR = (time: string): string => `CAST(strftime('%Y', ${time}) AS INTEGER)`;
const DAY = (time: string): string => `CAST(strftime('%d', ${time}) AS INTEGER)`;
const DAY_OF_YEAR = (time: string): string => `CAST(strftime('%j', ${time}) AS INTEGER)`;
const QUARTER = (time: string): string => `((${MONTH(time)} + 2) / 3)`;

const DATE_PARTS: Record<string, (time: string) => string> = {
  CALENDAR_MONTH: MONTH,
  CALENDAR_QUARTER: QUARTER,
  CALENDAR_YEAR: YEAR,
  FISCAL_MONTH: MONTH,
  FISCAL_QUARTER: QUARTER,
  FISCAL_YEAR: YEAR,
  DAY_IN_MONTH: DAY,
  DAY_IN_WEEK: (time) => `(CAST(strftime('%w', ${time}) AS INTEGER) + 1)`,
  DAY_IN_YEAR: DAY_OF_YEAR,
  DAY_ONLY: (time) => `date(${time})`,
  HOUR_IN_DAY: (time) => `CAST(strftime('%H', ${time}) AS INTEGER)`,
  WEEK_IN_MONTH: (time) => `((${DAY(time)} - 1) / 7 + 1)`,
  WEEK_IN_YEAR: (time) => `((${DAY_OF_YEAR(time)} - 1) / 7 + 1)`
};

/** Shifts a moment to a time zone's wall clock; made known to SQL by the engine. */
export const TIME_ZONE_FUNCTION = 'tz_shift';

function datePart(name: string, part: (time: string) => string, expression: CallExpression, scope: Scope, purpose: Purpose): Typed {
  const argument = only(expression);
  const converted = argument.kind === 'call' && argument.name === 'CONVERTTIMEZONE';
  const of = evaluate(converted ? only(argument) : argument, scope, purpose);
  const needsTime = name === 'DAY_ONLY' || name === 'HOUR_IN_DAY' || converted;
  if (of.type !== 'Datetime' && (needsTime || of.type !== 'Date')) {
    throw new SoqlError(`Invalid field for function ${name}: ${of.name} is no ${needsTime ? 'dateTime' : 'date'} field`, of.name);
  }
  const millis = converted ? `${TIME_ZONE_FUNCTION}(${of.sql}, '${scope.context.around.timeZone}')` : of.sql;
  // strftime takes whole seconds with 'unixepoch'; a Date column holds text that it reads as it is.
  const time = of.type === 'Date' ? of.sql : `${millis} / 1000, 'unixepoch'`;
  return value(part(time), name === 'DAY_ONLY' ? 'Date' : 'Integer', name);
}

/** A picklist's value in the user's language: the labels that the field declares; a value without one shows as it is. */
function label(of: Typed): Typed {
  const values = of.field?.picklist?.filter((each) => each.label !== each.value) ?? [];
  if (!values.length) return of;
  const branches = values.map((each) => `WHEN ${text(each.value)} THEN ${text(each.label)}`).join(' ');
  return { ...of, sql: `(CASE ${of.sql} ${branches} ELSE ${of.sql} END) COLLATE NOCASE` };
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** Great-circle distance; made known to SQL by the engine. */
export const DISTANCE_FUNCTION = 'geo_distance';

function distance(expression: CallExpression, scope: Scope, purpose: Purpose): Typed {
  const [from, to, unit] = expression.arguments;
  const unitText = unit?.kind === 'constant' ? unit.text.slice(1, -1).toLowerCase() : '';
  if (!from || !to || (unitText !== 'mi' && unitText !== 'km')) throw unexpectedToken('DISTANCE');
  return value(`${DISTANCE_FUNCTION}(${place(from, scope, purpose)}, ${place(to, scope, purpose)}, '${unitText}')`, 'Double', 'DISTANCE');
}

function place(expression: Expression, scope: Scope, purpose: Purpose): string {
  if (expression.kind === 'call' && expression.name === 'GEOLOCATION') {
    return expression.arguments
      .map((argument) => {
        if (argument.kind !== 'constant' || Number.isNaN(Number(argument.text)))
          throw new UnsupportedFeature('GEOLOCATION() of something other than numbers');
        return argument.text;
      })
      .join(', ');
  }
  if (expression.kind !== 'path') throw unexpectedToken('DISTANCE');
  const parents = expression.parts.slice(0, -1);
  const name = expression.parts[expression.parts.length - 1];
  // Custom: Place__c has Place__Latitude__s; standard: BillingAddress has BillingLatitude.
  const parts = ['Latitude', 'Longitude'].map((part) =>
    /__c$/i.test(name) ? `${name.slice(0, -3)}__${part}__s` : name.replace(/Address$/i, part)
  );
  return parts.map((part) => scope.resolve([...parents, part], purpose).sql).join(', ');
}

/** Picklists sort by the order of their values in Setup, all else by value (SOQL and SOSL Reference, "ORDER BY"). */
export function orderSql(of: Typed): string {
  const { field } = of;
  if (field && !isSortable(field)) {
    throw new SoqlError(`field '${field.name}' can not be sorted in a query call`, field.name);
  }
  if (field?.type !== 'picklist' || !field.restrictedPicklist || !field.picklist?.length) return of.sql;
  const branches = field.picklist.map((each, index) => `WHEN ${text(each.value)} THEN ${index}`).join(' ');
  return `(CASE WHEN ${of.sql} IS NULL THEN NULL ELSE CASE ${of.sql} ${branches} ELSE ${field.picklist.length} END END)`;
}
