import { LightningElement, api } from 'lwc';
import countMany from '@salesforce/label/c.Editor_Count_Many';
import countOne from '@salesforce/label/c.Editor_Count_One';
import first from '@salesforce/label/c.Editor_Page_First';
import next from '@salesforce/label/c.Editor_Page_Next';
import pageSize from '@salesforce/label/c.Editor_Page_Size';
import pages from '@salesforce/label/c.Editor_Pages';
import previous from '@salesforce/label/c.Editor_Page_Previous';
import { counted } from 'c/textFormat';

const PAGE_SIZES = [50, 100, 200].map((size) => ({ label: String(size), value: String(size) }));

/** How many members there are, and the buttons that turn pages.
 *  @fires turn with the move: first, previous or next
 *  @fires choosesize with the number of members a page */
export default class PageControls extends LightningElement {
  /** How many members there are; undefined while that is not known. */
  @api count?: number;
  @api hasNext = false;
  @api hasPrevious = false;
  @api disabled = false;
  @api pageSize = 50;

  readonly labels = { first, next, pageSize, pages, previous };
  readonly pageSizes = PAGE_SIZES;

  get countText(): string {
    if (this.count === undefined) return '';
    return counted(this.count, countOne, countMany);
  }

  get cannotGoBack(): boolean {
    return this.disabled || !this.hasPrevious;
  }

  get cannotGoOn(): boolean {
    return this.disabled || !this.hasNext;
  }

  get chosenSize(): string {
    return String(this.pageSize);
  }

  handleSize(event: CustomEvent<{ value: string }>): void {
    this.dispatchEvent(new CustomEvent('choosesize', { detail: { pageSize: Number(event.detail.value) } }));
  }

  handleClick(event: Event): void {
    const { move } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('turn', { detail: { move } }));
  }
}
