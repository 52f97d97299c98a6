import alreadyAMember from '@salesforce/label/c.Jobs_Reason_Already_A_Member';
import changed from '@salesforce/label/c.Jobs_Outcome_Changed';
import changedMeanwhile from '@salesforce/label/c.Jobs_Reason_Changed_Meanwhile';
import failed from '@salesforce/label/c.Jobs_Outcome_Failed';
import locked from '@salesforce/label/c.Jobs_Reason_Locked';
import notOnCampaign from '@salesforce/label/c.Jobs_Reason_Not_On_Campaign';
import refused from '@salesforce/label/c.Jobs_Reason_Refused';
import retrying from '@salesforce/label/c.Jobs_Outcome_Retrying';
import skipped from '@salesforce/label/c.Jobs_Outcome_Skipped';
import stoppedTheJob from '@salesforce/label/c.Jobs_Reason_Stopped_The_Job';
import storedDifferently from '@salesforce/label/c.Jobs_Reason_Stored_Differently';
import unknownStatus from '@salesforce/label/c.Jobs_Reason_Unknown_Status';

const outcomes: Readonly<Record<string, string>> = { Changed: changed, Failed: failed, Retrying: retrying, Skipped: skipped };

const reasons: Readonly<Record<string, string>> = {
  'Already A Member': alreadyAMember,
  'Changed Meanwhile': changedMeanwhile,
  Locked: locked,
  'Not On Campaign': notOnCampaign,
  Refused: refused,
  'Stopped The Job': stoppedTheJob,
  'Stored Differently': storedDifferently,
  'Unknown Status': unknownStatus
};

export function outcomeText(outcome: string): string {
  return outcomes[outcome] ?? outcome;
}

/** Why the row ended so, in words that are the same for all that ended so. */
export function reasonText({ reason }: Apex.StatusJobRowView): string {
  return reasons[reason ?? ''] ?? reason ?? '';
}

/** Why the row ended so: in the words that were recorded, or in those for the reason. */
export function whyText(row: Apex.StatusJobRowView): string {
  return row.message || reasonText(row);
}
