import joined from '@salesforce/label/c.Movement_Joined';
import changesLabel from '@salesforce/label/c.Movement_Changes';
import fromLabel from '@salesforce/label/c.Movement_From';
import lost from '@salesforce/label/c.Movement_Lost';
import medianLabel from '@salesforce/label/c.Movement_Stay_Median';
import moveText from '@salesforce/label/c.Movement_Move';
import removed from '@salesforce/label/c.Movement_Removed';
import reachedLabel from '@salesforce/label/c.Movement_Reached';
import stayDays from '@salesforce/label/c.Movement_Stay_Days';
import stayHours from '@salesforce/label/c.Movement_Stay_Hours';
import stayOver from '@salesforce/label/c.Movement_Stay_Over';
import stayUnderHour from '@salesforce/label/c.Movement_Stay_Under_Hour';
import noStatus from '@salesforce/label/c.Dashboard_No_Status';
import status from '@salesforce/label/c.Shared_Status';
import type { Bar } from 'c/barList';
import type { TableData } from 'c/chartTable';
import { fillIn, formatCount, formatShare } from 'c/textFormat';

type Move = Apex.StatusMovement.Move;
type Stay = Apex.StatusMovement.Stay;

const HOURS_A_DAY = 24;

/** How many members got as far as a status, and how many of those in the one before did not. */
export interface Reached {
  readonly status: string;
  readonly members: number;
  /** Null for the first status, and where nobody got as far as the one before. */
  readonly lost: number | null;
  readonly lostShare: number | null;
}

/** The moves that most changes made, the commonest first. */
export function moveBars(moves: readonly Move[], maximum: number): Bar[] {
  const total = moves.reduce((sum, { changes }) => sum + changes, 0);
  return [...moves]
    .sort((one, other) => other.changes - one.changes)
    .slice(0, maximum)
    .map(({ fromStatus, toStatus, changes }) => ({
      key: JSON.stringify([fromStatus, toStatus]),
      label: fillIn(moveText, fromStatus ?? joined, toStatus ?? removed),
      value: changes,
      note: formatShare(changes / total)
    }));
}

/** How many changes the bars leave out. */
export function otherMoves(moves: readonly Move[], maximum: number): number {
  const shown = moveBars(moves, maximum).reduce((sum, { value }) => sum + value, 0);
  return moves.reduce((sum, { changes }) => sum + changes, 0) - shown;
}

/** From each status (rows) to each status (columns); statuses of the campaign in their order, then the others. */
export function moveMatrix(moves: readonly Move[], order: readonly string[]): TableData {
  const from = inOrder(new Set(moves.map(({ fromStatus }) => fromStatus ?? null)), order);
  // Where people go to when they leave comes last, as where they come from comes first.
  const to = inOrder(new Set(moves.map(({ toStatus }) => toStatus ?? null)), order, Infinity);
  const changes = (one: string | null, other: string | null): number =>
    moves.find(({ fromStatus, toStatus }) => (fromStatus ?? null) === one && (toStatus ?? null) === other)?.changes ?? 0;
  return {
    columns: [fromLabel, ...to.map((each) => `→ ${each ?? removed}`)],
    rows: from.map((one) => [one ?? joined, ...to.map((other) => formatCount(changes(one, other)))])
  };
}

/** The median time in each status, in words. */
export function stayTable(stays: readonly Stay[], order: readonly string[]): TableData {
  const statuses = inOrder(new Set(stays.map((stay) => stay.status)), order);
  return {
    columns: [status, medianLabel, changesLabel],
    rows: statuses.map((name) => {
      const stay = stays.find((each) => each.status === name)!;
      return [stay.status, stayText(stay), formatCount(stay.changes)];
    })
  };
}

/** Whoever is in a status is taken to have reached those before it in the sort order. */
export function reachedStatuses(statuses: readonly Apex.StatusCount[]): Reached[] {
  const ordered = statuses.filter(({ isOnCampaign }) => isOnCampaign);
  const reached = ordered.map((_, index) => ordered.slice(index).reduce((sum, { members }) => sum + members, 0));
  return ordered.map(({ label }, index) => {
    const members = reached[index]!;
    const before = reached[index - 1];
    const gone = before ? before - members : null;
    return { status: label ?? noStatus, members, lost: gone, lostShare: before && gone !== null ? gone / before : null };
  });
}

export function reachedBars(reached: readonly Reached[]): Bar[] {
  return reached.map((each) => ({
    key: each.status,
    label: each.status,
    value: each.members,
    note: each.lostShare === null ? '' : `${each.lost === 0 ? '' : '−'}${formatShare(each.lostShare)}`
  }));
}

export function reachedTable(reached: readonly Reached[]): TableData {
  return {
    columns: [status, reachedLabel, lost, '%'],
    rows: reached.map((each) => [
      each.status,
      formatCount(each.members),
      each.lost === null ? '' : formatCount(each.lost),
      each.lostShare === null ? '' : formatShare(each.lostShare)
    ])
  };
}

function stayText({ medianFromHours, medianBelowHours }: Stay): string {
  if (typeof medianBelowHours !== 'number') return fillIn(stayOver, medianFromHours / HOURS_A_DAY);
  if (medianBelowHours <= 1) return stayUnderHour;
  if (medianBelowHours <= HOURS_A_DAY) return fillIn(stayHours, medianFromHours, medianBelowHours);
  return fillIn(stayDays, medianFromHours / HOURS_A_DAY, medianBelowHours / HOURS_A_DAY);
}

/** The order of the campaign, then what it does not have; null (joining, being removed) has a place of its own, the first one. */
function inOrder<Status extends string | null>(statuses: ReadonlySet<Status>, order: readonly string[], placeOfNone = -1): Status[] {
  const place = (each: Status): number => {
    if (each === null) return placeOfNone;
    const index = order.indexOf(each);
    return index < 0 ? order.length : index;
  };
  return [...statuses].sort((one, other) => place(one) - place(other));
}
