import type { SeedContext } from '../../local-org/src/org/index.js';

export interface StatusEntry {
  readonly status: string;
  readonly responded: boolean;
  /** YYYY-MM-DD */
  readonly date: string;
}

export interface SeededMember {
  /** LeadId or ContactId */
  readonly person: Readonly<Record<string, string>>;
  /** The statuses that the member went through, the present one last. */
  readonly path: readonly StatusEntry[];
}

const MILLISECONDS_A_DAY = 86_400_000;

/** Where the ranges of the class StatusStayRange begin, of those that whole days fall into, in days. */
const STAY_RANGES = [0, 1, 2, 3, 4, 5, 6, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365, 730];

/** Loads members as an import with original dates leaves them: stamped, and with a row of history for each status that they had. */
export function loadMembers(context: SeedContext, campaignId: string, members: readonly SeededMember[]): void {
  const memberIds = context.load(
    'CampaignMember',
    members.map((member) => toMember(campaignId, member))
  );
  context.load(
    'Campaign_Member_Status_Change__c',
    members.flatMap((member, index) => toChanges(campaignId, memberIds[index], member))
  );
}

function toMember(campaignId: string, { person, path }: SeededMember): Record<string, unknown> {
  const present = path.at(-1)!;
  const firstResponse = path.find(({ responded }) => responded);
  return {
    CampaignId: campaignId,
    ...person,
    Status: present.status,
    CreatedDate: startOfDay(path[0].date),
    LastModifiedDate: startOfDay(present.date),
    Status_Entered_At__c: startOfDay(present.date),
    Previous_Status__c: path.at(-2)?.status,
    Status_Source__c: 'Import',
    Tracked_Status__c: present.status,
    ...(firstResponse && { FirstRespondedDate: firstResponse.date })
  };
}

function toChanges(campaignId: string, memberId: string, { person, path }: SeededMember): Record<string, unknown>[] {
  const people = { Lead__c: person['LeadId'], Contact__c: person['ContactId'] };
  return path.map(({ status, responded, date }, index) => {
    const before = path[index - 1];
    return {
      Campaign__c: campaignId,
      Campaign_Member_Id__c: memberId,
      ...people,
      To_Status__c: status,
      Changed_At__c: startOfDay(date),
      Source__c: 'Import',
      Responded_Before__c: before?.responded ?? false,
      Responded_After__c: responded,
      ...(before && {
        From_Status__c: before.status,
        Days_In_Previous_Status__c: daysBetween(before.date, date),
        Time_In_Previous_Status__c: stayRange(daysBetween(before.date, date))
      })
    };
  });
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / MILLISECONDS_A_DAY;
}

/** The range that a time falls into, as the class StatusStayRange writes it: its lower bound in hours. */
function stayRange(days: number): string {
  const lowerBound = STAY_RANGES.findLast((bound) => bound <= days)!;
  return String(lowerBound * 24).padStart(5, '0');
}

/** The sources know days, not times: nine in the morning stands for the day everywhere. */
export function startOfDay(date: string): string {
  return `${date}T09:00:00.000Z`;
}

/** The day so many days before. */
export function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(date) - days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
