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

const percent = { type: 'percent', typeAttributes: { maximumFractionDigits: 1 }, hideDefaultActions: true } as const;

const campaignColumn = {
  label: campaign,
  fieldName: 'url',
  type: 'url',
  typeAttributes: { label: { fieldName: 'name' }, target: '_self' },
  hideDefaultActions: true
} as const;
const membersColumn = { label: members, fieldName: 'members', type: 'number', hideDefaultActions: true } as const;
const rateColumn = { label: responseRate, fieldName: 'responseRate', ...percent } as const;

const narrowColumns = [campaignColumn, { ...membersColumn, initialWidth: 90 }, { ...rateColumn, initialWidth: 90 }] as const;
const wideColumns = [
  { ...campaignColumn, initialWidth: 280 },
  { label: type, fieldName: 'type', hideDefaultActions: true },
  { label: status, fieldName: 'status', hideDefaultActions: true },
  { label: start, fieldName: 'startDate', type: 'date-local', hideDefaultActions: true },
  membersColumn,
  { label: responses, fieldName: 'responses', type: 'number', hideDefaultActions: true },
  rateColumn,
  { label: expected, fieldName: 'expectedResponseRate', ...percent }
] as const;

export type Column = (typeof narrowColumns)[number] | (typeof wideColumns)[number];

export function columnsFor(isNarrow: boolean): readonly Column[] {
  return isNarrow ? narrowColumns : wideColumns;
}

export function toRows(campaigns: readonly Apex.CampaignSummary[]): OverviewRow[] {
  return campaigns.map((summary) => ({ ...summary, url: `/lightning/r/Campaign/${summary.campaignId}/view` }));
}
