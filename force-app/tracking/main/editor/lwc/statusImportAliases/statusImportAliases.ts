import { LightningElement, api } from 'lwc';
import more from '@salesforce/label/c.Import_Alias_More';
import title from '@salesforce/label/c.Import_Alias_Title';
import { fillIn } from 'c/textFormat';
import type { CheckedImport, OwnAliases } from 'c/statusImportRules';
import { aliasOptions, aliasRows, ASK, LEAVE_OUT, type AliasRow } from './aliasRows';

/** The texts in a file that are no status of the campaign as they are spelt, and what each of them stands for.
 *  @fires alias with the text and its status, null where its lines are left out */
export default class StatusImportAliases extends LightningElement {
  @api work!: CheckedImport;
  @api setup!: Apex.StatusImportSetup;
  @api aliases: OwnAliases = {};

  readonly labels = { title };

  get options(): { label: string; value: string }[] {
    return aliasOptions(this.setup.statuses ?? []);
  }

  get rows(): AliasRow[] {
    return this.found.rows;
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get more(): string | undefined {
    return this.found.more === 0 ? undefined : fillIn(more, this.found.more);
  }

  handleChoice(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    if (value === ASK) return;
    const text = (event.currentTarget as HTMLElement).dataset.text;
    this.dispatchEvent(new CustomEvent('alias', { detail: { text, status: value === LEAVE_OUT ? null : value } }));
  }

  private get found(): { readonly rows: AliasRow[]; readonly more: number } {
    return aliasRows(this.work.judgement.linesByStatus, this.work.resolver);
  }
}
