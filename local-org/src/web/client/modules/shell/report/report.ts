import { LightningElement, api, wire } from 'lwc';
import type { ReportModel } from '../../../../site/model.js';
import { errorText } from '../../../runtime/errors.js';
import { getReport } from '../../../runtime/layouts.js';
import { refreshValue, type WireValue } from '../../../runtime/wire.js';
import { tableRows, type TableRow } from './rows.js';

/** A report, run when its page opens. */
export default class Report extends LightningElement {
  @api recordId!: string;

  @wire(getReport, { recordId: '$recordId' })
  wired?: WireValue<ReportModel>;

  refreshing = false;

  get report(): ReportModel | undefined {
    return this.wired?.data;
  }

  get waiting(): boolean {
    return !this.wired?.data && !this.wired?.error;
  }

  get problem(): string | null {
    return this.wired?.error ? errorText(this.wired.error) : null;
  }

  get kind(): string {
    return `Report: ${this.report?.typeLabel ?? ''}`;
  }

  get heads(): { key: string; label: string; className: string }[] {
    return this.report!.heads.map(({ label, number }, index) => ({ key: `${index}`, label, className: number ? 'number' : '' }));
  }

  get rows(): TableRow[] {
    return tableRows(this.report!);
  }

  get isEmpty(): boolean {
    return this.report !== undefined && !this.report.rows.some((row) => row.kind !== 'total');
  }

  get hasRows(): boolean {
    return this.report !== undefined && !this.isEmpty;
  }

  get cutText(): string | null {
    return this.report?.cut ? 'Only the first 2,000 rows are shown; the totals count all of them.' : null;
  }

  get hiddenText(): string | null {
    const hidden = this.report?.hidden ?? [];
    return hidden.length ? `You don't have access to these columns, so they are left out: ${hidden.join(', ')}.` : null;
  }

  renderedCallback(): void {
    if (this.report) document.title = `${this.report.label} | Report`;
  }

  async handleRefresh(): Promise<void> {
    this.refreshing = true;
    await refreshValue(this.wired);
    this.refreshing = false;
  }
}
