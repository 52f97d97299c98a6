import { LightningElement, api } from 'lwc';
import { percent } from 'c/chartScale';
import { fillIn, formatShare } from 'c/textFormat';
import barDescription from '@salesforce/label/c.Dashboard_Bar_Description';
import countsAsResponded from '@salesforce/label/c.Shared_Counts_As_Responded';
import noLonger from '@salesforce/label/c.Shared_Not_On_Campaign';
import noStatus from '@salesforce/label/c.Dashboard_No_Status';

const MAXIMUM_NAMED = 3;

/**
 * The members of one campaign by status in one bar. Responded statuses are in the accent colour and come with a tick, statuses that the
 * campaign no longer has are striped, so that nothing depends on colour alone; the largest are named below.
 */
export default class StackedBar extends LightningElement {
  @api statuses: readonly Apex.StatusCount[] = [];

  get segments(): readonly object[] {
    return this.filled.map((status, index) => ({
      key: `${index}`,
      style: `width: ${percent(status.members, this.total)}`,
      className: segmentClass(status),
      title: this.describe(status)
    }));
  }

  get names(): string {
    const largest = [...this.filled].sort((one, other) => other.members - one.members).slice(0, MAXIMUM_NAMED);
    return largest
      .map(({ label, members, hasResponded }) => `${hasResponded ? '✓ ' : ''}${label ?? noStatus} ${formatShare(members / this.total)}`)
      .join(' · ');
  }

  get description(): string {
    return this.filled.map((status) => this.describe(status)).join('; ');
  }

  private get filled(): readonly Apex.StatusCount[] {
    return this.statuses.filter(({ members }) => members > 0);
  }

  private get total(): number {
    return this.statuses.reduce((sum, { members }) => sum + members, 0);
  }

  private describe({ label, members, hasResponded, isOnCampaign }: Apex.StatusCount): string {
    return [
      fillIn(barDescription, label ?? noStatus, members, formatShare(members / this.total)),
      ...(hasResponded ? [countsAsResponded] : []),
      ...(isOnCampaign ? [] : [noLonger])
    ].join(', ');
  }
}

function segmentClass({ hasResponded, isOnCampaign }: Apex.StatusCount): string {
  if (!isOnCampaign) return 'segment segment_gone';
  return hasResponded ? 'segment segment_responded' : 'segment';
}
