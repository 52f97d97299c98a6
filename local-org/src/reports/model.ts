/** A report and a report type as their files say them; nothing is looked up in the schema yet. */
import type { Place } from './errors.js';

export type ReportFormat = 'Tabular' | 'Summary' | 'Matrix';

export const SUMMARIES = ['Sum', 'Average', 'Maximum', 'Minimum', 'Unique'] as const;
export type Summary = (typeof SUMMARIES)[number];

export const GRANULARITIES = [
  'None',
  'Day',
  'Week',
  'Month',
  'Quarter',
  'Year',
  'FiscalQuarter',
  'FiscalYear',
  'MonthInYear',
  'DayInMonth'
] as const;
export type Granularity = (typeof GRANULARITIES)[number];

export const OPERATORS = [
  'equals',
  'notEqual',
  'lessThan',
  'greaterThan',
  'lessOrEqual',
  'greaterOrEqual',
  'contains',
  'notContain',
  'startsWith',
  'includes',
  'excludes'
] as const;
export type FilterOperator = (typeof OPERATORS)[number];

export interface ReportColumn {
  readonly column: string;
  readonly summaries: readonly Summary[];
}

export interface ReportGrouping {
  readonly column: string;
  readonly granularity: Granularity;
  readonly descending: boolean;
  /** Groups in the order of a summary instead of their own: `RowCount`, a formula, or a column with `summary`. */
  readonly sortBy: { readonly name: string; readonly summary: Summary | null } | null;
}

export interface ReportFilter {
  readonly column: string;
  readonly operator: FilterOperator;
  readonly value: string;
}

export interface BucketValue {
  readonly label: string;
  /** Of a number bucket: above `from`, up to and including `to`. */
  readonly from: number | null;
  readonly to: number | null;
  /** Of a text or picklist bucket. */
  readonly values: readonly string[];
}

export interface Bucket {
  readonly name: string;
  readonly label: string;
  readonly kind: 'number' | 'text' | 'picklist';
  readonly source: string;
  readonly nullIsZero: boolean;
  readonly otherLabel: string;
  readonly useOther: boolean;
  readonly values: readonly BucketValue[];
}

export interface SummaryFormula {
  readonly name: string;
  readonly label: string;
  readonly formula: string;
  readonly type: 'currency' | 'number' | 'percent' | 'text';
  readonly scale: number;
  /** The groupings at which the formula is shown; null: at all of them. `GRAND_SUMMARY`: only for the whole report. */
  readonly down: string | null;
  readonly across: string | null;
}

export interface CrossFilter {
  readonly with: boolean;
  readonly primaryColumn: string;
  readonly relatedTable: string;
  readonly relatedJoin: string;
  readonly filters: readonly ReportFilter[];
}

export interface TimeFrame {
  readonly column: string;
  readonly interval: string;
  readonly start: string | null;
  readonly end: string | null;
}

export interface ReportDefinition {
  readonly id: string;
  /** `Folder/Name`, as metadata names it. */
  readonly fullName: string;
  readonly name: string;
  readonly folder: string;
  readonly label: string;
  readonly description: string | null;
  readonly place: Place;
  readonly reportType: string;
  readonly format: ReportFormat;
  readonly scope: 'organization' | 'user';
  readonly columns: readonly ReportColumn[];
  readonly groupingsDown: readonly ReportGrouping[];
  readonly groupingsAcross: readonly ReportGrouping[];
  readonly filters: readonly ReportFilter[];
  readonly booleanFilter: string | null;
  readonly crossFilters: readonly CrossFilter[];
  readonly timeFrame: TimeFrame | null;
  readonly buckets: readonly Bucket[];
  readonly formulas: readonly SummaryFormula[];
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
  readonly rowLimit: number | null;
  readonly showDetails: boolean;
  readonly showSubtotals: boolean;
  readonly showGrandTotal: boolean;
}
