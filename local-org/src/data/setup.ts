import type { DmlKind } from '../org/contracts.js';
import { tx } from '../org/transaction.js';
import type { ObjectInfo } from '../schema/model.js';
import type { Row } from './row.js';

/** Objects that decide on access (Apex Developer Guide, "sObjects That Cannot Be Used Together in DML Operations"). */
const SETUP: ReadonlySet<string> = new Set([
  'FieldPermissions',
  'Group',
  'GroupMember',
  'ObjectPermissions',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'QueueSobject',
  'SetupEntityAccess',
  'Territory2',
  'UserPackageLicense',
  'UserRole',
  'UserTerritory'
]);

/** Changes of a user that count as setup; other changes may go with any DML. */
const USER_SETUP = ['UserRoleId', 'IsActive', 'ForecastEnabled', 'IsPortalEnabled', 'Username', 'ProfileId'];

const SCRATCH = 'data.setup';

interface Seen {
  readonly userSwitches: number;
  setup: string | null;
  other: string | null;
}

/** What was changed since the user was last switched: System.runAs separates (Apex Developer Guide, "Mixed DML Operations in Test Methods"). */
function seen(): Seen {
  const { scratch, userSwitches } = tx();
  const known = scratch.get(SCRATCH) as Seen | undefined;
  if (known?.userSwitches === userSwitches) return known;
  const fresh: Seen = { userSwitches, setup: null, other: null };
  scratch.set(SCRATCH, fresh);
  return fresh;
}

export function isSetup(object: ObjectInfo): boolean {
  return SETUP.has(object.name) || object.name === 'User';
}

/** MIXED_DML_OPERATION: setup objects and others may not be changed in one transaction. Fails the rows. */
export function refuseMixed(kind: DmlKind, object: ObjectInfo, rows: readonly Row[]): void {
  const setup = SETUP.has(object.name) || (object.name === 'User' && rows.some((row) => isUserSetup(kind, row)));
  if (!setup && (object.name === 'User' || (object.kind !== 'standard' && object.kind !== 'custom'))) return;
  const state = seen();
  const original = setup ? state.other : state.setup;
  if (original !== null) {
    const message = `DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ${object.name}, original object: ${original}`;
    for (const row of rows) row.fail('MIXED_DML_OPERATION', message);
    return;
  }
  if (setup) state.setup ??= object.name;
  else state.other ??= object.name;
}

/** A new user counts only with a role; a changed one with one of the fields that grant access. */
function isUserSetup(kind: DmlKind, row: Row): boolean {
  const given = row.request.values;
  if (kind === 'insert') return (given.get('UserRoleId') ?? null) !== null;
  return !row.request.queried && USER_SETUP.some((name) => given.has(name));
}
