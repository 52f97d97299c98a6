import type { Dml, ObjectBehaviour, Row } from '../data/index.js';

/**
 * Parents whose row a save or delete of the child locks: every master (Salesforce's "Record Locking Cheat Sheet": master-detail children lock their
 * master), and, for a campaign member, its campaign and its person.
 */
const LOCKED_PARENTS: Readonly<Record<string, readonly string[]>> = { CampaignMember: ['CampaignId', 'LeadId', 'ContactId'] };

/** Refuses rows that another transaction is taken to hold, or whose parents it does. */
export const heldRows: ObjectBehaviour = {
  objects: () => true,
  beforeSave: refuseHeld,
  beforeDelete: refuseHeld
};

function refuseHeld(rows: readonly Row[], dml: Dml): void {
  const held = dml.org.heldRows;
  if (!held?.size) return;
  for (const row of rows) {
    const blocking = lockedBy(row).filter((id) => held.has(id));
    if (blocking.length > 0) row.fail('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record');
  }
}

function lockedBy(row: Row): string[] {
  const record = row.old ?? row.record;
  const masters = [...record.info!.fields.values()].filter(({ masterDetail }) => masterDetail).map(({ name }) => name);
  const parents = [...masters, ...(LOCKED_PARENTS[record.info!.name] ?? [])];
  return [row.id, ...parents.map((name) => record.values.get(name))].filter((id): id is string => typeof id === 'string');
}
