import { LightningElement, api } from 'lwc';
import group from '@salesforce/label/c.Editor_Selection';
import none from '@salesforce/label/c.Editor_Select_None';
import onlyPage from '@salesforce/label/c.Editor_Select_Only_Page';
import page from '@salesforce/label/c.Editor_Select_Page';
import { fillIn } from 'c/textFormat';
import { nothing, sizeOf, type Selection } from 'c/memberSelection';
import { everythingText, selectionText } from './selectionTexts';

/** Says what is selected, and offers this page, everything that matches, or nothing instead.
 *  @fires selectpage
 *  @fires selecteverything
 *  @fires selectnone */
export default class SelectionBar extends LightningElement {
  @api selection: Selection = nothing;
  /** How many members match; undefined while that is not known. */
  @api count?: number;
  /** How many members are on the page. */
  @api pageSize = 0;
  @api filter: Apex.MemberFilter = {};
  @api disabled = false;

  readonly labels = { group, none };

  get text(): string {
    return selectionText(this.selection, this.count, this.filter);
  }

  get everythingLabel(): string {
    return everythingText(this.count, this.filter);
  }

  get pageLabel(): string {
    return fillIn(this.canSelectNone ? onlyPage : page, this.pageSize);
  }

  /** Without knowing how many there are, nobody should be asked to change them all. */
  get canSelectEverything(): boolean {
    return this.selection.kind !== 'everything' && this.count !== undefined && this.count > this.pageSize;
  }

  get canSelectPage(): boolean {
    return this.pageSize > 0;
  }

  get canSelectNone(): boolean {
    return sizeOf(this.selection, this.count) !== 0;
  }

  handleClick(event: Event): void {
    this.dispatchEvent(new CustomEvent((event.currentTarget as HTMLElement).dataset.choice!));
  }
}
