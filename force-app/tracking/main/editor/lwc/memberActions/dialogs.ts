import importTitle from '@salesforce/label/c.Import_Title';
import previewTitle from '@salesforce/label/c.Editor_Preview_Title';
import StatusChangePreview from 'c/statusChangePreview';
import StatusImportWizard from 'c/statusImportWizard';

/** A change that is to be previewed. */
export interface WantedChange {
  readonly campaignId?: string;
  readonly filter: Apex.MemberFilter;
  /** Null for everybody who matches the filter. */
  readonly memberIds: readonly string[] | null;
  readonly targetStatus: string;
}

/** The windows that are opened over the members, one at a time: until one is drawn, its button can be pressed again. */
export class Dialogs {
  private isOpen = false;

  /** Whether the change is to be made. */
  async confirm(change: WantedChange): Promise<boolean> {
    return (await this.show(() => StatusChangePreview.open({ label: previewTitle, size: 'small', ...change }))) === 'change';
  }

  /** The job of the import, where one was started. */
  async importStatuses(campaignId?: string): Promise<string | undefined> {
    const answer = await this.show(() => StatusImportWizard.open<{ jobId?: string }>({ label: importTitle, size: 'large', campaignId }));
    return answer?.jobId;
  }

  private async show<Answer>(open: () => Promise<Answer>): Promise<Answer | undefined> {
    if (this.isOpen) return undefined;
    this.isOpen = true;
    try {
      return await open();
    } finally {
      this.isOpen = false;
    }
  }
}
