import { LightningElement, api } from 'lwc';
import gone from '@salesforce/label/c.Shared_Not_On_Campaign';
import responded from '@salesforce/label/c.Shared_Counts_As_Responded';
import type { StatusBar } from 'c/statusBreakdown';

interface DrawnBar extends StatusBar {
  readonly pressed: 'true' | 'false';
  readonly className: string;
}

/** A bar for each status; a status is chosen by its bar.
 *  @fires choose with the status */
export default class StatusBars extends LightningElement {
  @api bars: readonly StatusBar[] = [];
  /** The status that is chosen, if one is. */
  @api chosen: string | null = null;

  readonly labels = { gone, responded };

  get drawn(): DrawnBar[] {
    return this.bars.map((bar) => {
      const isChosen = bar.status !== null && bar.status === this.chosen;
      return { ...bar, pressed: isChosen ? 'true' : 'false', className: isChosen ? 'bar bar_chosen' : 'bar' };
    });
  }

  handleClick(event: Event): void {
    const bar = this.bars.find(({ key }) => key === (event.currentTarget as HTMLElement).dataset.key);
    if (bar && bar.status !== null) this.dispatchEvent(new CustomEvent('choose', { detail: { status: bar.status } }));
  }
}
