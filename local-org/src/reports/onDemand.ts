import { isDeepStrictEqual } from 'node:util';
import { fail } from './errors.js';
import { OPERATORS, type FilterOperator, type ReportDefinition, type ReportFilter } from './model.js';

type Metadata = Readonly<Record<string, unknown>>;

interface FilterJson {
  readonly column?: string;
  readonly operator?: string;
  readonly value?: string | null;
}

interface DateFilterJson {
  readonly column?: string;
  readonly durationValue?: string;
  readonly startDate?: string | null;
  readonly endDate?: string | null;
}

/**
 * A report with other filters for one run (Reports REST API, "Filter Reports on Demand"). Clients send back all they were told of the report:
 * what is as it was has no effect, anything else but the filters is refused.
 */
export function withMetadata(report: ReportDefinition, current: Metadata, wanted: Metadata): ReportDefinition {
  let result = report;
  for (const [name, value] of Object.entries(wanted)) {
    if (isDeepStrictEqual(value, current[name])) continue;
    if (name === 'reportFilters') result = { ...result, filters: (value as FilterJson[]).map((filter) => filterOf(filter, report)) };
    else if (name === 'reportBooleanFilter') result = { ...result, booleanFilter: (value as string | null) ?? null };
    else if (name === 'standardDateFilter') result = { ...result, timeFrame: timeFrame(value as DateFilterJson | null, report) };
    else fail(report.place, name, 'the local org changes only reportFilters, reportBooleanFilter and standardDateFilter for one run.');
  }
  return result;
}

function filterOf({ column, operator, value }: FilterJson, report: ReportDefinition): ReportFilter {
  if (!column || !(OPERATORS as readonly string[]).includes(operator ?? ''))
    fail(report.place, 'reportFilters', `needs a column and an operator of ${OPERATORS.join(', ')}.`);
  return { column: column, operator: operator as FilterOperator, value: value ?? '' };
}

function timeFrame(filter: DateFilterJson | null, report: ReportDefinition): ReportDefinition['timeFrame'] {
  if (filter === null) return null;
  const { column, durationValue, startDate, endDate } = filter;
  const interval = durationValue === 'CUSTOM' ? 'INTERVAL_CUSTOM' : durationValue;
  if (!column || !interval) return fail(report.place, 'standardDateFilter', 'needs a column and a durationValue.');
  return { column, interval, start: startDate ?? null, end: endDate ?? null };
}
