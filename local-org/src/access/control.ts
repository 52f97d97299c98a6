import type { AccessControl, ObjectRight, RunningUser, SqlValue, Store } from '../org/contracts.js';
import type { ProjectMetadata } from '../metadata/index.js';
import { quoted } from '../store/index.js';
import { idOf } from '../schema/index.js';
import type { FieldInfo, ObjectInfo, Schema } from '../schema/model.js';
import { governor } from './governing.js';
import { GrantReader, type Grants } from './grants.js';
import { profileAllows } from './profiles.js';
import { ADMIN_USERNAME, AUTOMATED_PROCESS } from './seed/users.js';
import { Sharing, type RecordRight } from './sharing.js';

export interface AccessSurroundings {
  readonly schema: Schema;
  readonly store: Store;
  readonly metadata: ProjectMetadata;
}

/** Access control over the org's own tables: users, profiles, permission sets, what they grant, and which records are shared with whom. */
export function createAccess(org: AccessSurroundings): AccessControl {
  return new TableAccess(org);
}

const USER_COLUMNS = ['Id', 'Username', 'Name', 'ProfileId', 'TimeZoneSidKey', 'LocaleSidKey', 'LanguageLocaleKey'];

class TableAccess implements AccessControl {
  private readonly users = new Map<string, RunningUser>();
  private readonly granted = new Map<string, Grants>();
  private readonly reader: GrantReader;
  private readonly sharing: Sharing;

  constructor(private readonly org: AccessSurroundings) {
    this.reader = new GrantReader(org.store, org.schema);
    this.sharing = new Sharing(org.store, org.schema, {
      grants: (user) => this.grants(user),
      seesEverything: (user, right) =>
        this.hasSystemPermission(user, 'ModifyAllData') || (right === 'read' && this.hasSystemPermission(user, 'ViewAllData')),
      canObject: (user, object, right) => this.hasObjectRight(user, object, right)
    });
  }

  user(id: string): RunningUser {
    let user = this.users.get(id);
    if (!user) {
      const row = this.select(`WHERE "Id" = ?`, [id]);
      if (!row) throw new Error(`There is no user ${id}.`);
      this.users.set(id, (user = row));
    }
    return user;
  }

  defaultUser(): RunningUser {
    return this.select(`WHERE "Username" = ?`, [ADMIN_USERNAME]) ?? missing(ADMIN_USERNAME);
  }

  automatedProcess(): RunningUser {
    return this.select(`WHERE "Username" = ?`, [AUTOMATED_PROCESS]) ?? missing(AUTOMATED_PROCESS);
  }

  canObject(user: RunningUser, object: ObjectInfo, right: ObjectRight): boolean {
    const rule = governor(this.org.schema, object, right);
    switch (rule.kind) {
      case 'everyone':
        return true;
      case 'admins':
        return this.isAdmin(user);
      case 'customType':
        return this.isAdmin(user) || (right === 'read' && this.readsCustomType(user, object));
      case 'object':
        return (
          this.canObject(user, rule.object, rule.right) &&
          (!rule.marketing || user.username === AUTOMATED_PROCESS || this.grants(user).marketingUser)
        );
      case 'self':
        return this.hasObjectRight(user, object, right) && this.isMarketer(user, object, right);
    }
  }

  /** Whoever creates or changes campaigns needs the Marketing User checkbox besides the object permission (Salesforce help, "Create a Campaign"). */
  private isMarketer(user: RunningUser, object: ObjectInfo, right: ObjectRight): boolean {
    return (
      object.name !== 'Campaign' ||
      right === 'read' ||
      right === 'viewAll' ||
      user.username === AUTOMATED_PROCESS ||
      this.grants(user).marketingUser
    );
  }

  private hasObjectRight(user: RunningUser, object: ObjectInfo, right: ObjectRight): boolean {
    const grants = this.grants(user);
    if (this.isAdmin(user)) return true;
    const granted = grants.objects.get(object.name.toLowerCase());
    if (granted?.has(right)) return true;
    if (right === 'read' && this.hasSystemPermission(user, 'ViewAllData')) return true;
    return grants.profile !== null && !object.custom && profileAllows(grants.profile, object.name, right);
  }

  private readsCustomType(user: RunningUser, object: ObjectInfo): boolean {
    if (this.hasSystemPermission(user, 'CustomizeApplication')) return true;
    const { permissionSets } = this.grants(user);
    const name = object.name.toLowerCase();
    return this.org.metadata.permissionSets.some(
      (set) => permissionSets.has(set.name.toLowerCase()) && set.customTypes.some((type) => type.toLowerCase() === name)
    );
  }

  canReadField(user: RunningUser, object: ObjectInfo, field: string): boolean {
    const info = object.field(field);
    if (!info || !this.canObject(user, object, 'read')) return false;
    return this.fieldGrant(user, object, info) !== null;
  }

  canEditField(user: RunningUser, object: ObjectInfo, field: string): boolean {
    const info = object.field(field);
    if (!info || !(info.createable || info.updateable)) return false;
    if (!this.canObject(user, object, 'edit') && !this.canObject(user, object, 'create')) return false;
    return this.fieldGrant(user, object, info) === 'edit';
  }

  /** Fields that no permission set can grant (required, system, master-detail …) follow their object. */
  private fieldGrant(user: RunningUser, object: ObjectInfo, field: FieldInfo): 'read' | 'edit' | null {
    if (!field.permissionable || this.isAdmin(user)) return 'edit';
    if (['customMetadata', 'listSetting', 'hierarchySetting', 'platformEvent', 'changeEvent', 'share', 'history'].includes(object.kind))
      return 'edit';
    const grants = this.grants(user);
    const granted = grants.fields.get(`${object.name}.${fieldKey(field)}`.toLowerCase()) ?? this.activityGrant(grants, object, field);
    if (granted) return granted;
    if (field.custom) return null;
    // Standard fields of objects that have no permissions of their own follow the object, too.
    return grants.profile?.standardFields || governor(this.org.schema, object, 'read').kind !== 'self' ? 'edit' : null;
  }

  /** Fields of tasks and events are granted as fields of Activity or of either. */
  private activityGrant(grants: Grants, object: ObjectInfo, field: FieldInfo): 'read' | 'edit' | undefined {
    return object.name === 'Task' || object.name === 'Event' ? grants.fields.get(`activity.${field.name.toLowerCase()}`) : undefined;
  }

  canRunApex(user: RunningUser, className: string): boolean {
    return (
      this.isAdmin(user) || this.hasSystemPermission(user, 'AuthorApex') || this.grants(user).setupEntities.has(idOf('01p', className))
    );
  }

  /** Custom permissions are granted by permission sets alone; even administrators need one. */
  hasPermission(user: RunningUser, customPermission: string): boolean {
    const wanted = this.org.metadata.customPermissions.find(
      (permission) => permission.name.toLowerCase() === customPermission.toLowerCase()
    );
    return this.grants(user).setupEntities.has(idOf('0CP', wanted?.name ?? customPermission));
  }

  hasSystemPermission(user: RunningUser, permission: string): boolean {
    if (this.isAdmin(user)) return true;
    const { profile, systemPermissions } = this.grants(user);
    const name = permission.replace(/^Permissions/i, '').toLowerCase();
    return systemPermissions.has(name) || (profile?.systemPermissions.some((granted) => granted.toLowerCase() === name) ?? false);
  }

  recordFilter(
    user: RunningUser,
    object: ObjectInfo,
    alias: string,
    right: RecordRight
  ): { readonly sql: string; readonly parameters: readonly SqlValue[] } | null {
    return this.sharing.filter(user, object, alias, right);
  }

  invalidate(): void {
    this.users.clear();
    this.granted.clear();
  }

  private isAdmin(user: RunningUser): boolean {
    return user.username === AUTOMATED_PROCESS || (this.grants(user).profile?.admin ?? false);
  }

  private grants(user: RunningUser): Grants {
    let grants = this.granted.get(user.id);
    if (!grants) this.granted.set(user.id, (grants = this.reader.read(user.id, user.profileId)));
    return grants;
  }

  private select(condition: string, parameters: readonly SqlValue[]): RunningUser | null {
    const { store, schema } = this.org;
    store.ensure(schema.object('User')!);
    const row = store.rows(`SELECT ${USER_COLUMNS.map(quoted).join(', ')} FROM "User" ${condition}`, parameters)[0];
    if (!row) return null;
    const [id, username, name, profileId, timeZone, locale, language] = row.map((value) => String(value ?? ''));
    return { id: id, username: username, name: name, profileId: profileId, timeZone: timeZone, locale: locale, language: language };
  }
}

/** The parts of an address are granted as the compound field: `Account.BillingAddress`; a geolocation's as the field. */
function fieldKey(field: FieldInfo): string {
  const geolocation = /^(.+)__(Latitude|Longitude)__s$/.exec(field.name);
  if (geolocation) return `${geolocation[1]}__c`;
  if (field.custom) return field.name;
  const address = /^(Billing|Shipping|Mailing|Other|)(Street|City|State|PostalCode|Country|Latitude|Longitude|GeocodeAccuracy)$/.exec(
    field.name
  );
  return address ? `${address[1]}Address` : field.name;
}

function missing(username: string): never {
  throw new Error(`The org has no user ${username}.`);
}
