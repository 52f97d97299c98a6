import { tx } from '../../org/transaction.js';
import { UnsupportedFeature, type SObject } from '../../values/index.js';
import { customMetadataRecord } from '../customMetadata.js';
import { customSetting } from '../customSettings.js';
import { labelText } from '../labels.js';
import { FormulaError } from './ast.js';

/** `$User.Email`, `$Profile.Name`, `$Permission.Edit_All`, `$Setup.Settings__c.Limit__c`, `$Label.Hello`, … for the running transaction. */
export function globalValue(path: string): unknown {
  const [name = '', ...rest] = path.split('.');
  const { org, user } = tx();
  switch (name.toLowerCase()) {
    case '$user':
      return row('User', user.id, rest.join('.'));
    case '$profile':
      return row('Profile', user.profileId, rest.join('.'));
    case '$userrole':
      return row('User', user.id, `UserRole.${rest.join('.')}`);
    case '$organization':
      return organization(rest.join('.'));
    case '$permission':
      return org.access.hasPermission(user, rest[0] ?? '');
    case '$label':
      return labelText(rest.at(-1) ?? '');
    case '$setup':
      return setup(rest);
    case '$custommetadata':
      return metadata(rest);
    default:
      throw new UnsupportedFeature(`${path} in a formula`);
  }
}

function read(record: SObject | undefined, path: string): unknown {
  let value: unknown = record;
  for (const part of path.split('.')) {
    if (!value) return null;
    const { info, values }: SObject = value as SObject;
    const key = info?.relationship(part)?.relationshipName ?? info?.field(part)?.name ?? part;
    value = values.get(key) ?? null;
  }
  return value;
}

function row(object: string, id: string, path: string): unknown {
  const records = tx().org.queries.query(`SELECT ${path} FROM ${object} WHERE Id = '${id}'`, {
    accessLevel: 'SYSTEM_MODE',
    enforceSharing: false,
    internal: true
  });
  return read(records.items[0] as SObject | undefined, path);
}

function organization(path: string): unknown {
  const records = tx().org.queries.query(`SELECT ${path} FROM Organization LIMIT 1`, {
    accessLevel: 'SYSTEM_MODE',
    enforceSharing: false,
    internal: true
  });
  return read(records.items[0] as SObject | undefined, path);
}

function setup([object = '', field = '']: readonly string[]): unknown {
  const info = tx().org.schema.object(object);
  if (!info) throw new FormulaError(`Field $Setup.${object} does not exist`);
  return read(customSetting(info, tx().user) ?? undefined, field);
}

function metadata([object = '', record = '', field = '']: readonly string[]): unknown {
  const info = tx().org.schema.object(object);
  if (!info) throw new FormulaError(`Field $CustomMetadata.${object} does not exist`);
  return read(customMetadataRecord(info, record) ?? undefined, field);
}
