import { LightningElement, api } from 'lwc';
import getExportPage from '@salesforce/apex/CampaignStatusEditorController.getExportPage';
import cancel from '@salesforce/label/c.Editor_Export_Cancel';
import doneText from '@salesforce/label/c.Editor_Export_Done';
import exportLabel from '@salesforce/label/c.Editor_Export';
import progress from '@salesforce/label/c.Editor_Export_Progress';
import { downloadCsv } from 'c/csvText';
import { errorMessage } from 'c/errorMessages';
import { fillIn, formatCount } from 'c/textFormat';
import { readAll } from './exportMembers';

/** Writes the members that the filters find to a file. */
export default class MemberExport extends LightningElement {
  @api campaignId?: string;
  @api filter: Apex.MemberFilter = {};
  /** How many members match; undefined while that is not known. */
  @api count?: number;

  readonly labels = { cancel, export: exportLabel };
  status = '';
  running?: AbortController;

  disconnectedCallback(): void {
    this.running?.abort();
  }

  get isNobody(): boolean {
    return this.count === 0;
  }

  async handleExport(): Promise<void> {
    const running = new AbortController();
    this.running = running;
    this.showProgress(0);
    const { campaignId = '', filter } = this;
    let exported = 0;
    try {
      const pieces = await readAll({
        campaignId,
        filter,
        read: (request) => getExportPage({ request }),
        onProgress: (done) => {
          exported = done;
          this.showProgress(done);
        },
        signal: running.signal
      });
      if (pieces) {
        downloadCsv(`campaign-members-${new Date().toISOString().slice(0, 10)}.csv`, pieces);
        this.status = fillIn(doneText, exported);
      }
    } catch (error) {
      if (!running.signal.aborted) this.status = errorMessage(error);
    }
    if (this.running === running) this.running = undefined;
  }

  handleCancel(): void {
    this.running?.abort();
    this.running = undefined;
    this.status = '';
  }

  private showProgress(done: number): void {
    this.status = fillIn(progress, done, this.count === undefined ? '…' : formatCount(this.count));
  }
}
