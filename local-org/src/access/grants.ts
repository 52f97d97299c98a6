import type { ObjectRight, SqlValue, Store } from '../org/contracts.js';
import { quoted } from '../store/index.js';
import type { Schema } from '../schema/model.js';
import { PROFILES, type ProfileDefinition } from './profiles.js';

const RIGHT_COLUMNS: Readonly<Record<ObjectRight, string>> = {
  create: 'PermissionsCreate',
  read: 'PermissionsRead',
  edit: 'PermissionsEdit',
  delete: 'PermissionsDelete',
  viewAll: 'PermissionsViewAllRecords',
  modifyAll: 'PermissionsModifyAllRecords'
};
const RIGHTS = Object.keys(RIGHT_COLUMNS) as ObjectRight[];

/** Everything that a user was granted: by the profile and by permission sets, directly and through groups. */
export interface Grants {
  readonly profile: ProfileDefinition | null;
  readonly marketingUser: boolean;
  /** `campaign` → rights. */
  readonly objects: ReadonlyMap<string, ReadonlySet<ObjectRight>>;
  /** `campaign.budgetedcost` → 'read' or 'edit'. */
  readonly fields: ReadonlyMap<string, 'read' | 'edit'>;
  /** Ids of Apex classes, pages and custom permissions. */
  readonly setupEntities: ReadonlySet<string>;
  /** Names of the permission sets. */
  readonly permissionSets: ReadonlySet<string>;
  readonly systemPermissions: ReadonlySet<string>;
  /** The user, the public groups and queues the user is in, and 'all internal users'. */
  readonly principals: readonly string[];
  /** Users in roles below the user's. */
  readonly subordinates: readonly string[];
}

/** Reads what is granted from the org's own tables, so that what Apex inserts there counts. */
export class GrantReader {
  constructor(
    private readonly store: Store,
    private readonly schema: Schema
  ) {}

  read(userId: string, profileId: string): Grants {
    const profileName = this.value('Profile', 'Name', profileId);
    const sets = this.permissionSets(userId, profileId);
    const ids = JSON.stringify([...sets.keys()]);
    return {
      profile: PROFILES.find((profile) => profile.name === profileName) ?? null,
      marketingUser: this.value('User', 'UserPermissionsMarketingUser', userId) === 1,
      objects: this.objectRights(ids),
      fields: this.fieldRights(ids),
      setupEntities: new Set(this.rows('SetupEntityAccess', ['SetupEntityId'], '"ParentId"', ids).map(([id]) => String(id))),
      permissionSets: new Set([...sets.values()].map((name) => name.toLowerCase())),
      systemPermissions: this.systemPermissions(ids),
      principals: this.principals(userId),
      subordinates: this.subordinates(userId)
    };
  }

  /** Id → name of the permission sets in force: assigned, of assigned groups, and the profile's own. */
  private permissionSets(userId: string, profileId: string): Map<string, string> {
    for (const name of ['PermissionSet', 'PermissionSetAssignment', 'PermissionSetGroupComponent']) this.table(name);
    const found = this.store.rows(
      `SELECT s."Id" AS id, s."Name" AS name FROM "PermissionSet" AS s WHERE s."ProfileId" = ?
         OR s."Id" IN (SELECT a."PermissionSetId" FROM "PermissionSetAssignment" AS a WHERE a."AssigneeId" = ?)
         OR s."Id" IN (SELECT c."PermissionSetId" FROM "PermissionSetGroupComponent" AS c JOIN "PermissionSetAssignment" AS g
                         ON g."PermissionSetGroupId" = c."PermissionSetGroupId" WHERE g."AssigneeId" = ? AND c."IsDeleted" = 0)`,
      [profileId, userId, userId]
    );
    return new Map(found.map(([id, name]) => [String(id), String(name)]));
  }

  private objectRights(sets: string): Map<string, Set<ObjectRight>> {
    const result = new Map<string, Set<ObjectRight>>();
    const columns = ['SobjectType', ...RIGHTS.map((right) => RIGHT_COLUMNS[right])];
    for (const [object, ...flags] of this.rows('ObjectPermissions', columns, '"ParentId"', sets)) {
      const key = String(object).toLowerCase();
      const rights = result.get(key) ?? new Set<ObjectRight>();
      RIGHTS.forEach((right, index) => void (Number(flags[index]) && rights.add(right)));
      if (rights.has('modifyAll')) RIGHTS.forEach((right) => right !== 'create' && rights.add(right));
      result.set(key, rights);
    }
    return result;
  }

  private fieldRights(sets: string): Map<string, 'read' | 'edit'> {
    const result = new Map<string, 'read' | 'edit'>();
    for (const [field, read, edit] of this.rows('FieldPermissions', ['Field', 'PermissionsRead', 'PermissionsEdit'], '"ParentId"', sets)) {
      const key = String(field).toLowerCase();
      if (Number(edit)) result.set(key, 'edit');
      else if (Number(read) && !result.has(key)) result.set(key, 'read');
    }
    return result;
  }

  private systemPermissions(sets: string): Set<string> {
    const names = [...this.schema.object('PermissionSet')!.fields.values()]
      .map((field) => field.name)
      .filter((name) => name.startsWith('Permissions'));
    const rows = this.rows('PermissionSet', names, '"Id"', sets);
    return new Set(
      rows.flatMap((row) => names.filter((_, index) => Number(row[index])).map((name) => name.slice('Permissions'.length).toLowerCase()))
    );
  }

  /** Groups may hold groups. */
  private principals(userId: string): string[] {
    this.table('GroupMember');
    this.table('Group');
    const found = this.store.rows(
      `WITH RECURSIVE member(id) AS (SELECT ? UNION SELECT m."GroupId" FROM "GroupMember" AS m JOIN member ON m."UserOrGroupId" = member.id)
       SELECT id FROM member UNION SELECT "Id" FROM "Group" WHERE "Type" = 'Organization'`,
      [userId]
    );
    return found.map(([id]) => String(id));
  }

  private subordinates(userId: string): string[] {
    this.table('User');
    this.table('UserRole');
    const found = this.store.rows(
      `WITH RECURSIVE below(id) AS (
         SELECT r."Id" FROM "UserRole" AS r WHERE r."ParentRoleId" = (SELECT u."UserRoleId" FROM "User" AS u WHERE u."Id" = ?)
         UNION SELECT r."Id" FROM "UserRole" AS r JOIN below ON r."ParentRoleId" = below.id)
       SELECT u."Id" FROM "User" AS u JOIN below ON u."UserRoleId" = below.id`,
      [userId]
    );
    return found.map(([id]) => String(id));
  }

  private rows(object: string, columns: readonly string[], key: string, ids: string): SqlValue[][] {
    this.table(object);
    return this.store.rows(
      `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(object)} WHERE ${key} IN (SELECT value FROM json_each(?))`,
      [ids]
    );
  }

  private value(object: string, column: string, id: string): SqlValue {
    this.table(object);
    return this.store.rows(`SELECT ${quoted(column)} FROM ${quoted(object)} WHERE "Id" = ?`, [id])[0]?.[0] ?? null;
  }

  private table(object: string): void {
    this.store.ensure(this.schema.object(object)!);
  }
}
