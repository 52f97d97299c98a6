import type { PickedMember } from 'c/memberRows';

/** What the table reports of an edited row: its id, and the status that was chosen. */
export interface Draft {
  readonly memberId: string;
  readonly status?: string;
}

/** Changes to make, and the members that they are of as they were shown. */
export interface EditedStatuses {
  readonly changes: readonly Apex.StatusChange[];
  readonly members: readonly PickedMember[];
}

/**
 * The statuses that were edited and are not saved yet, each with what was shown when it was edited: only a member that still has that
 * status is changed. They outlive the page that they were made on.
 */
export class StatusEdits {
  private readonly byMember = new Map<string, { readonly member: PickedMember; readonly draft: Draft }>();

  get isEmpty(): boolean {
    return this.byMember.size === 0;
  }

  get drafts(): Draft[] {
    return [...this.byMember.values()].map(({ draft }) => draft);
  }

  add(drafts: readonly Draft[], rows: readonly PickedMember[]): void {
    for (const draft of drafts) {
      const { memberId } = draft;
      const row = rows.find((each) => each.memberId === memberId);
      const member = this.byMember.get(memberId)?.member ?? row;
      if (member) this.byMember.set(memberId, { member, draft });
    }
  }

  forget(memberIds: readonly string[]): void {
    for (const memberId of memberIds) this.byMember.delete(memberId);
  }

  clear(): void {
    this.byMember.clear();
  }

  toSave(): EditedStatuses {
    const edits = [...this.byMember.values()].filter(({ draft }) => draft.status);
    return {
      changes: edits.map(({ member, draft }) => ({
        memberId: member.memberId,
        expectedStatus: member.status ?? null,
        newStatus: draft.status!
      })),
      members: edits.map(({ member: { memberId, name, status } }) => ({ memberId, name, status }))
    };
  }
}
