import description from '@salesforce/label/c.Trend_Description';
import partial from '@salesforce/label/c.Trend_Partial';
import period from '@salesforce/label/c.Trend_Period';
import noStatus from '@salesforce/label/c.Dashboard_No_Status';
import type { TableData } from 'c/chartTable';
import type { Column } from 'c/columnChart';
import { fillIn, formatCount } from 'c/textFormat';
import { periodShortText, periodStart, periodText, periodsBetween, type Granularity } from 'c/timePeriods';

type PeriodCount = Apex.CampaignTrend.PeriodCount;

/** One chart over time. */
export interface TimeChart {
  readonly key: string;
  readonly title: string;
  readonly total: number;
  readonly columns: readonly Column[];
  /** The whole chart in words. */
  readonly description: string;
}

/** The responses as a chart; without columns where there are none. */
export function responsesChart(counts: readonly PeriodCount[], granularity: Granularity, title: string): TimeChart {
  return chart('responses', title, counts, periodsOf(counts, granularity), granularity);
}

/** A chart for each status that was entered, all over the same time: those of the campaign in their order, then the others. */
export function entryCharts(counts: readonly PeriodCount[], granularity: Granularity, order: readonly string[]): TimeChart[] {
  const periods = periodsOf(counts, granularity);
  const entered = [...new Set(counts.map(({ status }) => status ?? null))];
  const place = (status: string | null): number => (status !== null && order.includes(status) ? order.indexOf(status) : order.length);
  return entered
    .sort((one, other) => place(one) - place(other))
    .map((status) => {
      const ofStatus = counts.filter((count) => (count.status ?? null) === status);
      return chart(`${status}`, status ?? noStatus, ofStatus, periods, granularity);
    });
}

/** The charts with the largest totals, in the order that they have; all of them where there are no more than that. */
export function largestCharts(charts: readonly TimeChart[], maximum: number): TimeChart[] {
  const largest = [...charts].sort((one, other) => other.total - one.total).slice(0, maximum);
  return charts.filter((each) => largest.includes(each));
}

/** Charts over the same time side by side, a row for each period. */
export function timeTable(charts: readonly TimeChart[]): TableData {
  const periods = charts[0]?.columns ?? [];
  return {
    columns: [period, ...charts.map(({ title }) => title)],
    rows: periods.map(({ text }, index) => [text, ...charts.map(({ columns }) => formatCount(columns[index]!.value))])
  };
}

/** Says since when the rows are complete, where there is more before. */
export function partialNote(isPartial: boolean, counts: readonly PeriodCount[], granularity: Granularity): string | undefined {
  const [first] = counts;
  if (!isPartial || !first) return undefined;
  return fillIn(partial, periodShortText(first.startsOn, granularity === 'Month' ? 'Month' : 'Day'));
}

function chart(
  key: string,
  title: string,
  counts: readonly PeriodCount[],
  periods: readonly string[],
  granularity: Granularity
): TimeChart {
  const sums = new Map<string, number>();
  for (const { startsOn, count } of counts) {
    const start = periodStart(startsOn, granularity);
    sums.set(start, (sums.get(start) ?? 0) + count);
  }
  const columns = periods.map((start) => ({
    key: start,
    label: periodShortText(start, granularity),
    text: periodText(start, granularity),
    value: sums.get(start) ?? 0
  }));
  return { key, title, total: counts.reduce((sum, { count }) => sum + count, 0), columns, description: describe(title, columns) };
}

function describe(title: string, columns: readonly Column[]): string {
  const [first] = columns;
  const last = columns.at(-1);
  if (!first || !last) return title;
  const total = columns.reduce((sum, { value }) => sum + value, 0);
  const peak = columns.reduce((highest, column) => (column.value > highest.value ? column : highest));
  return fillIn(description, title, first.text, last.text, total, peak.value, peak.text);
}

function periodsOf(counts: readonly PeriodCount[], granularity: Granularity): string[] {
  const days = counts.map(({ startsOn }) => startsOn).sort();
  return days.length === 0 ? [] : periodsBetween(days[0]!, days.at(-1)!, granularity);
}
