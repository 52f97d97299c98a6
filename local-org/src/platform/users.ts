import type { ObjectBehaviour } from '../data/index.js';
import { idsOf, textOf } from './text.js';

const REQUIRED = [
  'Username',
  'LastName',
  'Email',
  'Alias',
  'TimeZoneSidKey',
  'LocaleSidKey',
  'EmailEncodingKey',
  'ProfileId',
  'LanguageLocaleKey'
];
const DUPLICATE_USERNAME =
  'Duplicate Username.<br>The username already exists in this or another Salesforce organization. Usernames must be unique across all Salesforce ' +
  "organizations. To resolve, use a different username (it doesn't need to match the user's email address).";
const USERNAME = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export const user: ObjectBehaviour = {
  objects: ['User'],
  required: REQUIRED,
  defaults(rows, dml) {
    for (const { record, index } of rows) {
      // The platform makes up a nickname when none is given.
      if (textOf(record, 'CommunityNickname') === null)
        record.values.set('CommunityNickname', `User${dml.now.millis}${index}${Math.floor(Math.random() * 1e9)}`);
    }
  },
  beforeSave(rows, dml) {
    const named = rows.filter((row) => row.changes('Username'));
    const taken = dml.where(
      'User',
      'Username',
      idsOf(
        named.map((row) => row.record),
        'Username'
      )
    );
    for (const row of named) {
      const holder = taken.find((one) => textOf(one, 'Username')!.toLowerCase() === textOf(row.record, 'Username')?.toLowerCase());
      if (holder && holder.id !== row.record.id) row.fail('DUPLICATE_USERNAME', DUPLICATE_USERNAME, ['Username']);
    }
    for (const row of rows) {
      const name = textOf(row.record, 'Username');
      if (name !== null && row.changes('Username') && !USERNAME.test(name)) {
        row.fail('INVALID_EMAIL_ADDRESS', `Username: invalid email address: ${name}`, ['Username']);
      }
      if (name !== null) row.record.values.set('Username', name.toLowerCase());
    }
  },
  afterSave(_rows, dml) {
    dml.org.access.invalidate();
  }
};

/** Grants: what they change is seen at once. */
export const permissionSetAssignment: ObjectBehaviour = {
  objects: ['PermissionSetAssignment'],
  checked(rows, dml) {
    const key = (assignee: string | null, set: string | null): string => `${assignee}/${set}`;
    const created = rows.filter((row) => row.old === null);
    const assignees = new Set(created.map((row) => textOf(row.record, 'AssigneeId')).filter((id) => id !== null));
    const taken = new Set(
      dml
        .where('PermissionSetAssignment', 'AssigneeId', assignees)
        .map((one) => key(textOf(one, 'AssigneeId'), textOf(one, 'PermissionSetId')))
    );
    for (const row of created) {
      const set = textOf(row.record, 'PermissionSetId');
      if (set === null) continue;
      const mine = key(textOf(row.record, 'AssigneeId'), set);
      if (taken.has(mine)) {
        row.fail(
          'DUPLICATE_VALUE',
          `Duplicate PermissionSetAssignment. Assignee: ${textOf(row.record, 'AssigneeId')}; Permission Set: ${set}`
        );
      }
      taken.add(mine);
    }
  },
  afterSave(_rows, dml) {
    dml.org.access.invalidate();
  },
  removed(_records, dml) {
    dml.org.access.invalidate();
  }
};

export const grants: ObjectBehaviour = {
  objects: (object) =>
    [
      'PermissionSet',
      'ObjectPermissions',
      'FieldPermissions',
      'SetupEntityAccess',
      'PermissionSetGroup',
      'PermissionSetGroupComponent',
      'Group',
      'GroupMember',
      'UserRole'
    ].includes(object.name) ||
    object.kind === 'share' ||
    object.name.endsWith('Share'),
  afterSave(_rows, dml) {
    dml.org.access.invalidate();
  },
  removed(_records, dml) {
    dml.org.access.invalidate();
  }
};

/** Groups without a developer name get one from their name, as in Setup. */
export const group: ObjectBehaviour = {
  objects: ['Group'],
  defaults(rows) {
    for (const { record } of rows) {
      const name = textOf(record, 'Name');
      if (name !== null && textOf(record, 'DeveloperName') === null) record.values.set('DeveloperName', name.replace(/\W+/g, '_'));
    }
  }
};
