import { isDone, type PickedMember } from 'c/memberRows';

/** Members that were picked one by one, on one page or several, or everything that the filters find, which needs no ids. */
export type Selection = { readonly kind: 'members'; readonly members: ReadonlyMap<string, PickedMember> } | { readonly kind: 'everything' };

/** As many as can be named to the server one by one. */
export const MOST_PICKED = 2000;
/** As many as are changed at once; more are changed by a job. */
export const MOST_AT_ONCE = 200;

export const nothing: Selection = { kind: 'members', members: new Map() };
export const everything: Selection = { kind: 'everything' };

export function pick(rows: readonly PickedMember[]): Selection {
  return { kind: 'members', members: toMap(rows) };
}

/** The ids of the rows of a page that are selected. */
export function selectedOn(selection: Selection, rows: readonly PickedMember[]): string[] {
  const ids = rows.map(({ memberId }) => memberId);
  return selection.kind === 'everything' ? ids : ids.filter((id) => selection.members.has(id));
}

/**
 * What is selected after the rows of one page were picked anew: other pages keep theirs. Where everything was selected, taking a row out
 * leaves the rest of this page, because "everything but these" can't be asked for.
 */
export function withPage(selection: Selection, rows: readonly PickedMember[], ids: readonly string[]): Selection {
  const picked = new Set(ids);
  if (selection.kind === 'everything' && picked.size === rows.length) return selection;
  const members = selection.kind === 'everything' ? new Map<string, PickedMember>() : new Map(selection.members);
  for (const row of rows) members.delete(row.memberId);
  for (const [id, row] of toMap(rows.filter(({ memberId }) => picked.has(memberId)))) if (members.size < MOST_PICKED) members.set(id, row);
  return { kind: 'members', members };
}

export function pickedMembers(selection: Selection): PickedMember[] {
  return selection.kind === 'everything' ? [] : [...selection.members.values()];
}

/** How many are selected; undefined where everything is and nobody knows how many that are. */
export function sizeOf(selection: Selection, count: number | undefined): number | undefined {
  return selection.kind === 'everything' ? count : selection.members.size;
}

/** The members whose change did not succeed stay selected, with the status that they have now. */
export function stillSelected(members: readonly PickedMember[], results: readonly Apex.StatusChangeResult[]): Selection {
  const left = new Map(results.filter((result) => !isDone(result)).map((result) => [result.memberId, result]));
  const rest = members.filter(({ memberId }) => left.has(memberId));
  return pick(rest.map((member) => ({ ...member, status: left.get(member.memberId)?.currentStatus ?? member.status })));
}

function toMap(rows: readonly PickedMember[]): Map<string, PickedMember> {
  return new Map(rows.map(({ memberId, name, status }) => [memberId, { memberId, name, status }]));
}
