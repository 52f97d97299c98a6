import { LightningElement, api } from 'lwc';
import asOf from '@salesforce/label/c.Dashboard_As_Of';
import exportCsv from '@salesforce/label/c.Dashboard_Export';
import scope from '@salesforce/label/c.Dashboard_Scope';
import alone from '@salesforce/label/c.Dashboard_Scope_Alone';
import below from '@salesforce/label/c.Dashboard_Scope_Below';
import showBars from '@salesforce/label/c.Dashboard_Show_Bars';
import showTable from '@salesforce/label/c.Dashboard_Show_Table';
import refresh from '@salesforce/label/c.Shared_Refresh';
import { fillIn } from 'c/textFormat';

const ALONE = 'alone';
const BELOW = 'below';

/** What the dashboard counts, since when, and what can be done with it.
 *  @fires scopechange with whether the campaigns below are counted
 *  @fires toggleview
 *  @fires export
 *  @fires refresh */
export default class DashboardToolbar extends LightningElement {
  /** When the numbers were counted. */
  @api asOf?: string;
  /** How many campaigns are below this one. */
  @api descendants = 0;
  @api includeDescendants = false;
  @api isTable = false;
  @api isRefreshing = false;

  readonly labels = { asOf, exportCsv, refresh, scope };

  get hasDescendants(): boolean {
    return this.descendants > 0;
  }

  get scopes(): readonly { readonly label: string; readonly value: string }[] {
    return [
      { label: alone, value: ALONE },
      { label: fillIn(below, this.descendants), value: BELOW }
    ];
  }

  get scope(): string {
    return this.includeDescendants ? BELOW : ALONE;
  }

  get view(): { readonly label: string; readonly iconName: string } {
    return this.isTable ? { label: showBars, iconName: 'utility:metrics' } : { label: showTable, iconName: 'utility:table' };
  }

  handleScope(event: CustomEvent<{ value: string }>): void {
    this.dispatchEvent(new CustomEvent('scopechange', { detail: { includeDescendants: event.detail.value === BELOW } }));
  }

  handleView(): void {
    this.dispatchEvent(new CustomEvent('toggleview'));
  }

  handleExport(): void {
    this.dispatchEvent(new CustomEvent('export'));
  }

  handleRefresh(): void {
    this.dispatchEvent(new CustomEvent('refresh'));
  }
}
