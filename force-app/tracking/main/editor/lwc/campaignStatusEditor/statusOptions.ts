import respondedSuffix from '@salesforce/label/c.Editor_Status_Responded_Suffix';
import { fillIn } from 'c/textFormat';

/** The statuses that a member can be given: those of the campaign, because any other would be refused. */
export function targetOptions(statuses: readonly Apex.StatusCount[]): { readonly label: string; readonly value: string }[] {
  return statuses.flatMap(({ label, hasResponded, isOnCampaign }) => {
    if (!label || !isOnCampaign) return [];
    return [{ label: hasResponded ? fillIn(respondedSuffix, label) : label, value: label }];
  });
}
