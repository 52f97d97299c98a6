import { tx } from '../org/transaction.js';
import { customSetting, listSetting, listSettings, organizationId, settingOf } from '../schema/index.js';
import type { ObjectInfo } from '../schema/model.js';
import { ApexMap, raise, SObject, toId, Types } from '../values/index.js';

/**
 * Hierarchy: getInstance() and getInstance(userOrProfileId), merged user → profile → organization; an empty record when nothing is set at any level.
 * List: getInstance(name), null when there is none. (Apex Developer Guide, "Custom Settings Methods")
 */
export function customSettingInstance(info: ObjectInfo, key: string | null = null): SObject | null {
  if (info.kind === 'listSetting') return key === null ? null : listSetting(info, key);
  return customSetting(info, key === null ? tx().user : owner(key)) ?? new SObject(info);
}

function owner(key: string): { readonly id: string; readonly profileId: string } | { readonly id: null; readonly profileId: string } {
  const id = toId(key);
  if (id.startsWith('005')) return { id, profileId: tx().org.access.user(id).profileId };
  if (id.startsWith('00e')) return { id: null, profileId: id };
  if (id.startsWith('00D')) return { id: null, profileId: id };
  return raise('SObjectException', `Invalid id for a custom setting: ${key}`);
}

/** Hierarchy: the organization's row; an empty record when there is none. */
export function customSettingOrgDefaults(info: ObjectInfo): SObject {
  return settingOf(info, organizationId()) ?? new SObject(info);
}

/** Hierarchy: the row of exactly this user, profile or organization, unmerged. List: the row of this name. Null when there is none. */
export function customSettingValues(info: ObjectInfo, key: string | null): SObject | null {
  if (key === null) return null;
  return info.kind === 'listSetting' ? listSetting(info, key) : settingOf(info, toId(key));
}

/** List: getAll(), Map<String, Setting__c> by name. */
export function customSettingAll(info: ObjectInfo): ApexMap {
  const map = new ApexMap<string, SObject>(Types.primitive('String'), Types.sobject(info.name));
  for (const record of listSettings(info)) map.set(record.values.get('Name') as string, record);
  return map;
}
