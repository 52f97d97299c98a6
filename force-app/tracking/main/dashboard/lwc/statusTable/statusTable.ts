import { LightningElement, api } from 'lwc';
import gone from '@salesforce/label/c.Shared_Not_On_Campaign';
import share from '@salesforce/label/c.Dashboard_Share';
import title from '@salesforce/label/c.Dashboard_Where_Members_Stand';
import members from '@salesforce/label/c.Shared_Members';
import responded from '@salesforce/label/c.Shared_Responded';
import status from '@salesforce/label/c.Shared_Status';
import yes from '@salesforce/label/c.Shared_Yes';
import no from '@salesforce/label/c.Shared_No';
import type { StatusBar } from 'c/statusBreakdown';
import { formatCount } from 'c/textFormat';

/** The status bars as a table. */
export default class StatusTable extends LightningElement {
  @api bars: readonly StatusBar[] = [];

  readonly labels = { gone, members, responded, share, status, title };

  get rows(): (StatusBar & { readonly responded: string; readonly membersText: string })[] {
    return this.bars.map((bar) => ({ ...bar, responded: bar.hasResponded ? yes : no, membersText: formatCount(bar.members) }));
  }
}
