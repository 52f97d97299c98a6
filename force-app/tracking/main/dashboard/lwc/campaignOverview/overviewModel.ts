import campaign from '@salesforce/label/c.Overview_Column_Campaign';
import expected from '@salesforce/label/c.Overview_Column_Expected';
import members from '@salesforce/label/c.Overview_Column_Members';
import responseRate from '@salesforce/label/c.Overview_Column_Response_Rate';
import responses from '@salesforce/label/c.Overview_Column_Responses';
import start from '@salesforce/label/c.Overview_Column_Start';
import status from '@salesforce/label/c.Overview_Column_Status';
import type from '@salesforce/label/c.Overview_Column_Type';

export interface OverviewRow extends Apex.CampaignSummary {
  readonly url: string;
}

const percent = { type: 'percent', typeAttributes: { maximumFractionDigits: 1 } } as const;

export const columns = [
  { label: campaign, fieldName: 'url', type: 'url', typeAttributes: { label: { fieldName: 'name' }, target: '_self' }, initialWidth: 280 },
  { label: type, fieldName: 'type' },
  { label: status, fieldName: 'status' },
  { label: start, fieldName: 'startDate', type: 'date-local' },
  { label: members, fieldName: 'members', type: 'number' },
  { label: responses, fieldName: 'responses', type: 'number' },
  { label: responseRate, fieldName: 'responseRate', ...percent },
  { label: expected, fieldName: 'expectedResponseRate', ...percent }
] as const;

export function toRows(campaigns: readonly Apex.CampaignSummary[]): OverviewRow[] {
  return campaigns.map((summary) => ({ ...summary, url: `/lightning/r/Campaign/${summary.campaignId}/view` }));
}
