import { createAccess, profileId, seedOrg } from '../../src/access/index.js';
import { RowWriter } from '../../src/access/seed/rows.js';
import { permissionSetId } from '../../src/access/seed/permissionSets.js';
import type { AccessControl, Clock, ObjectRight, RunningUser, SqlValue } from '../../src/org/contracts.js';
import { openStore, quoted } from '../../src/store/index.js';
import { idOf } from '../../src/schema/index.js';
import { metadata, schema } from '../schema/project.js';

export const clock: Clock = { now: () => Date.UTC(2026, 0, 1) };

/** An org with its seed and a few users, to ask who may do what. */
export class World {
  readonly store = openStore(':memory:', clock);
  readonly access: AccessControl;
  private readonly writer: RowWriter;

  constructor() {
    const org = { schema, store: this.store, metadata, clock };
    seedOrg(org);
    this.access = createAccess(org);
    this.writer = new RowWriter(this.store, schema, this.access.defaultUser().id, clock.now());
  }

  insert(object: string, name: string, values: Readonly<Record<string, unknown>> = {}): string {
    const Id = idOf(schema.object(object)!.keyPrefix!, name);
    this.writer.write(object, [{ Id, ...values }]);
    this.access.invalidate();
    return Id;
  }

  user(name: string, profile: string, permissionSets: readonly string[] = [], values: Readonly<Record<string, unknown>> = {}): RunningUser {
    const id = this.insert('User', name, {
      Username: `${name}@example.com`,
      Name: name,
      ProfileId: profileId(profile),
      IsActive: true,
      ...values
    });
    for (const set of permissionSets)
      this.insert('PermissionSetAssignment', `${name}.${set}`, { AssigneeId: id, PermissionSetId: permissionSetId(set) });
    return this.access.user(id);
  }

  can(user: RunningUser, object: string, right: ObjectRight): boolean {
    return this.access.canObject(user, schema.object(object)!, right);
  }

  /** `CRED`-like letters of what the user may do with an object. */
  rights(user: RunningUser, object: string): string {
    const letters: readonly (readonly [ObjectRight, string])[] = [
      ['create', 'C'],
      ['read', 'R'],
      ['edit', 'E'],
      ['delete', 'D']
    ];
    return letters.map(([right, letter]) => (this.can(user, object, right) ? letter : '')).join('');
  }

  /** `r`, `re` or nothing for a field. */
  fieldRights(user: RunningUser, path: string): string {
    const [object = '', field = ''] = path.split('.');
    const info = schema.object(object)!;
    return (this.access.canReadField(user, info, field) ? 'r' : '') + (this.access.canEditField(user, info, field) ? 'e' : '');
  }

  /** Ids of the records that the user sees (or may edit, delete). */
  visible(user: RunningUser, object: string, right: 'read' | 'edit' | 'delete' = 'read'): string[] {
    const info = schema.object(object)!;
    this.store.ensure(info);
    const filter = this.access.recordFilter(user, info, 't', right);
    const parameters: readonly SqlValue[] = filter?.parameters ?? [];
    return this.store
      .rows(`SELECT t."Id" FROM ${quoted(info.name)} AS t WHERE ${filter?.sql ?? '1'} ORDER BY t."Id"`, parameters)
      .map(([id]) => String(id));
  }
}
