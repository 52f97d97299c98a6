import type { RunningUser, SqlValue } from '../org/contracts.js';
import { fromSql, isStored, quoted } from '../store/index.js';
import { tx } from '../org/transaction.js';
import { SObject } from '../values/index.js';
import { MASTER_RECORD_TYPE } from './ids.js';
import type { ObjectInfo } from './model.js';

/** Rows of a custom setting where a column has a value. Reading settings counts no query (Apex Developer Guide, "Custom Settings Methods"). */
function rows(info: ObjectInfo, column: string | null, value: SqlValue): SObject[] {
  const { store } = tx().org;
  store.ensure(info);
  const fields = [...info.fields.values()].filter(isStored);
  const columns = fields.map((field) => quoted(field.name)).join(', ');
  const condition = column === null ? '' : ` AND ${quoted(column)} = ?`;
  const found = store.rows(
    `SELECT ${columns} FROM ${quoted(info.name)} WHERE "IsDeleted" = 0${condition} ORDER BY "Id"`,
    column === null ? [] : [value]
  );
  return found.map((row) => {
    const record = new SObject(info);
    fields.forEach((field, index) => record.values.set(field.name, fromSql(field, row[index] ?? null)));
    return record;
  });
}

/** The row of exactly this owner (organization, profile or user). */
export function settingOf(info: ObjectInfo, ownerId: string): SObject | null {
  return rows(info, 'SetupOwnerId', ownerId)[0] ?? null;
}

/** The organization's id. */
export function organizationId(): string {
  const { org } = tx();
  const info = org.schema.object('Organization')!;
  org.store.ensure(info);
  return String(org.store.rows('SELECT "Id" FROM "Organization" LIMIT 1')[0]?.[0] ?? MASTER_RECORD_TYPE);
}

/** What a hierarchy setting says for a user: each field from the user's row, else the profile's, else the organization's; null when there is none. */
export function customSetting(
  info: ObjectInfo,
  user: Pick<RunningUser, 'id' | 'profileId'> | { readonly id: null; readonly profileId: string }
): SObject | null {
  const owners = [user.id, user.profileId, organizationId()].filter((id): id is string => id !== null);
  const levels = owners.flatMap((owner) => settingOf(info, owner) ?? []);
  const [nearest, ...farther] = levels;
  if (!nearest) return null;
  const merged = new SObject(info);
  for (const [name, value] of nearest.values) {
    const custom = info.field(name)?.custom ?? false;
    const isSet = value !== null || !custom;
    const inherited = isSet
      ? value
      : (farther.map((level) => level.values.get(name) ?? null).find((candidate) => candidate !== null) ?? null);
    merged.values.set(name, inherited);
  }
  return merged;
}

/** A list setting's rows by name. */
export function listSetting(info: ObjectInfo, name: string): SObject | null {
  return rows(info, 'Name', name)[0] ?? null;
}

export function listSettings(info: ObjectInfo): SObject[] {
  return rows(info, null, null);
}
