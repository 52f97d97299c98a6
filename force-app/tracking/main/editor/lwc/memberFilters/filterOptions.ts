import account from '@salesforce/label/c.Editor_Type_Account';
import contact from '@salesforce/label/c.Editor_Type_Contact';
import lead from '@salesforce/label/c.Editor_Type_Lead';
import all from '@salesforce/label/c.Editor_Filter_All';
import any from '@salesforce/label/c.Editor_Filter_Any';
import notOnCampaign from '@salesforce/label/c.Editor_Status_Not_On_Campaign';
import withCount from '@salesforce/label/c.Editor_Status_With_Count';
import no from '@salesforce/label/c.Shared_No';
import yes from '@salesforce/label/c.Shared_Yes';
import { fillIn } from 'c/textFormat';

export interface Option {
  readonly label: string;
  readonly value: string;
}

export const respondedOptions: readonly Option[] = [
  { label: any, value: '' },
  { label: yes, value: 'true' },
  { label: no, value: 'false' }
];

export const typeOptions: readonly Option[] = [
  { label: any, value: '' },
  { label: lead, value: 'Lead' },
  { label: contact, value: 'Contact' },
  { label: account, value: 'Account' }
];

/** Statuses to filter by: those of the campaign, and those that members still have. */
export function statusOptions(statuses: readonly Apex.StatusCount[]): Option[] {
  const options = statuses.flatMap(({ label, members, isOnCampaign }) => {
    if (!label) return [];
    const counted = fillIn(withCount, label, members);
    return [{ label: isOnCampaign ? counted : fillIn(notOnCampaign, counted), value: label }];
  });
  return [{ label: all, value: '' }, ...options];
}

/** Owners to filter by; `chosen` has its place even before they were read. */
export function ownerOptions(owners: readonly Apex.MemberOwner[], chosen: string): Option[] {
  const options = owners.map(({ ownerId, name, members }) => ({ label: fillIn(withCount, name ?? '', members), value: ownerId ?? '' }));
  const isKnown = chosen === '' || options.some(({ value }) => value === chosen);
  return [{ label: any, value: '' }, ...options, ...(isKnown ? [] : [{ label: chosen, value: chosen }])];
}

/** One criterion changed to what was picked; an empty choice takes it out. */
export function withCriterion(filter: Apex.MemberFilter, name: string, value: string): Apex.MemberFilter {
  const rest = Object.fromEntries(Object.entries(filter).filter(([key]) => key !== name)) as Apex.MemberFilter;
  if (value.trim() === '') return rest;
  return { ...rest, [name]: name === 'hasResponded' ? value === 'true' : value };
}
