import { LightningElement, api, wire } from 'lwc';
import { refreshApex, type WireResult } from '@salesforce/apex';
import getTrend from '@salesforce/apex/CampaignStatusDashboardController.getTrend';
import type { TableData } from 'c/chartTable';
import { fillIn } from 'c/textFormat';
import type { Granularity } from 'c/timePeriods';
import { granularities, labels } from './labels';
import { entryCharts, largestCharts, partialNote, responsesChart, timeTable, type TimeChart } from './trendModel';

/** More small charts than this would push everything else off the page; the table has them all. */
const MAXIMUM_ENTRY_CHARTS = 6;

/** Responses and status entries over time.
 *  @fires trend with what was counted, whenever it was */
export default class TrendPanel extends LightningElement {
  @api campaignId?: string;
  @api includeDescendants = false;
  /** The statuses of the campaign in their order. */
  @api statuses: readonly string[] = [];
  /** How many members have responded in all, to tell how many of them have no date. */
  @api responded = 0;
  @api isTable = false;
  /** What to count by until the user chooses. */
  @api
  get granularity(): Granularity {
    return this.counted;
  }
  set granularity(value: Granularity) {
    if (!this.wasChosen) this.counted = value;
  }

  readonly labels = labels;
  readonly granularities = granularities;
  counted: Granularity = 'Month';
  fromDate: string | null = null;
  toDate: string | null = null;
  isRangeWrong = false;
  trend?: Apex.CampaignTrend;
  error: unknown;

  private wasChosen = false;
  private wired?: WireResult<Apex.CampaignTrend>;

  @wire(getTrend, {
    campaignId: '$campaignId',
    includeDescendants: '$includeDescendants',
    granularity: '$askedGranularity',
    fromDate: '$fromDate',
    toDate: '$toDate'
  })
  receive(result: WireResult<Apex.CampaignTrend>): void {
    this.wired = result;
    this.error = result.error;
    // While another range is counted the last one stays, so that nothing jumps.
    if (!result.data) return;
    this.trend = result.data;
    this.dispatchEvent(new CustomEvent('trend', { detail: { trend: this.trend } }));
  }

  /** Counts again. */
  @api
  async refresh(): Promise<void> {
    try {
      await refreshApex(this.wired);
    } catch (error) {
      this.error = error;
    }
  }

  /** Weeks are put together from days. */
  get askedGranularity(): string {
    return this.counted === 'Month' ? 'Month' : 'Day';
  }

  get isLoading(): boolean {
    return !this.trend && !this.error;
  }

  get responses(): TimeChart | undefined {
    const chart = this.trend && responsesChart(this.trend.responses, this.counted, labels.responsesColumn);
    return chart && chart.total > 0 ? chart : undefined;
  }

  get entries(): readonly TimeChart[] {
    return this.trend ? entryCharts(this.trend.entries, this.counted, this.statuses) : [];
  }

  get entriesDrawn(): readonly TimeChart[] {
    return largestCharts(this.entries, MAXIMUM_ENTRY_CHARTS);
  }

  get entriesLeftOut(): string | undefined {
    const left = this.entries.length - this.entriesDrawn.length;
    return left > 0 && !this.isTable ? fillIn(labels.leftOut, left) : undefined;
  }

  get hasEntries(): boolean {
    return this.entries.length > 0;
  }

  get largestEntry(): number {
    return Math.max(0, ...this.entries.flatMap(({ columns }) => columns.map(({ value }) => value)));
  }

  get responsesTable(): TableData {
    return timeTable(this.responses ? [this.responses] : []);
  }

  get entriesTable(): TableData {
    return timeTable(this.entries);
  }

  get responsesNote(): string | undefined {
    const { trend } = this;
    if (!trend) return undefined;
    const undated = this.responded - trend.responses.reduce((sum, { count }) => sum + count, 0);
    const isWhole = !this.fromDate && !this.toDate && !trend.isResponsesPartial;
    if (isWhole && undated > 0) return fillIn(labels.undated, undated);
    return partialNote(trend.isResponsesPartial, trend.responses, this.counted);
  }

  get entriesNote(): string | undefined {
    return this.trend && partialNote(this.trend.isEntriesPartial, this.trend.entries, this.counted);
  }

  handleGranularity(event: CustomEvent<{ value: Granularity }>): void {
    this.wasChosen = true;
    this.counted = event.detail.value;
  }

  handleRange(event: CustomEvent<{ value: string | null }>): void {
    const isFrom = (event.target as HTMLElement).dataset.id === 'from';
    const value = event.detail.value || null;
    const [fromDate, toDate] = isFrom ? [value, this.toDate] : [this.fromDate, value];
    this.isRangeWrong = fromDate !== null && toDate !== null && fromDate > toDate;
    if (this.isRangeWrong) return;
    this.fromDate = fromDate;
    this.toDate = toDate;
  }
}
