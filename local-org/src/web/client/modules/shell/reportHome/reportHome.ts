import { LightningElement, wire } from 'lwc';
import type { ReportFolderModel } from '../../../../site/model.js';
import { errorText } from '../../../runtime/errors.js';
import { getReports } from '../../../runtime/layouts.js';
import type { WireValue } from '../../../runtime/wire.js';

/** The project's reports by folder. */
export default class ReportHome extends LightningElement {
  @wire(getReports, {})
  folders?: WireValue<ReportFolderModel[]>;

  get waiting(): boolean {
    return !this.folders?.data && !this.folders?.error;
  }

  get problem(): string | null {
    return this.folders?.error ? errorText(this.folders.error) : null;
  }

  get rows(): { label: string; reports: { id: string; label: string; description: string; format: string; url: string }[] }[] {
    return (this.folders?.data ?? []).map(({ label, reports }) => ({
      label,
      reports: reports.map((report) => ({ ...report, description: report.description ?? '', url: `/lightning/r/Report/${report.id}/view` }))
    }));
  }

  get isEmpty(): boolean {
    return this.folders?.data?.length === 0;
  }

  get summary(): string {
    const count = (this.folders?.data ?? []).reduce((sum, folder) => sum + folder.reports.length, 0);
    return `${count} ${count === 1 ? 'report' : 'reports'}`;
  }

  renderedCallback(): void {
    document.title = 'Reports';
  }
}
