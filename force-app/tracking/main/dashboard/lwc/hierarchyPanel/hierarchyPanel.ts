import { LightningElement, api } from 'lwc';
import campaign from '@salesforce/label/c.Dashboard_Campaign';
import respondedShare from '@salesforce/label/c.Dashboard_Part_Responded';
import title from '@salesforce/label/c.Dashboard_Parts';
import limited from '@salesforce/label/c.Dashboard_Scope_Limited';
import members from '@salesforce/label/c.Shared_Members';
import responded from '@salesforce/label/c.Shared_Responded';
import type { Bar } from 'c/barList';
import type { TableData } from 'c/chartTable';
import { fillIn, formatCount, formatShare } from 'c/textFormat';

type Part = Apex.CampaignDashboard.Part;

/** The campaigns that are counted together, the largest first. */
export default class HierarchyPanel extends LightningElement {
  @api dashboard?: Apex.CampaignDashboard;
  @api isTable = false;

  readonly title = title;

  get bars(): readonly Bar[] {
    return this.parts.map((part) => ({
      key: part.campaignId,
      label: part.name,
      value: part.members ?? 0,
      note: part.members && typeof part.responses === 'number' ? fillIn(respondedShare, formatShare(part.responses / part.members)) : '',
      url: `/lightning/r/Campaign/${part.campaignId}/view`
    }));
  }

  get table(): TableData {
    const text = (count?: number | null): string => (typeof count === 'number' ? formatCount(count) : '');
    return {
      columns: [campaign, members, responded],
      rows: this.parts.map((part) => [part.name, text(part.members), text(part.responses)])
    };
  }

  get limitedNote(): string | undefined {
    return this.dashboard?.hasMoreDescendants ? fillIn(limited, this.dashboard.descendants) : undefined;
  }

  private get parts(): readonly Part[] {
    return [...(this.dashboard?.parts ?? [])].sort((one, other) => (other.members ?? 0) - (one.members ?? 0));
  }
}
