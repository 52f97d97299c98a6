import { tx } from '../org/transaction.js';
import type { ObjectInfo } from '../schema/model.js';
import { ApexList, ApexMap, ApexSet, BuiltinObject, raise, SObject, Types, type ApexEnum } from '../values/index.js';
import { cloneRecord } from './collections.js';
import { builtin } from './declare.js';

type AccessName = 'CREATABLE' | 'READABLE' | 'UPDATABLE' | 'UPSERTABLE';

/** SObjectAccessDecision: the records without what the user may not see or write, and what was taken away. */
class AccessDecision extends BuiltinObject {
  readonly removedFields = new Map<string, Set<string>>();
  readonly modified = new Set<number>();
  records: SObject[] = [];

  constructor(readonly element: ApexList['element']) {
    super('SObjectAccessDecision');
  }
}

const RIGHTS: Readonly<Record<AccessName, readonly ('create' | 'read' | 'edit')[]>> = {
  CREATABLE: ['create'],
  READABLE: ['read'],
  UPDATABLE: ['edit'],
  UPSERTABLE: ['create', 'edit']
};

function mayUseObject(info: ObjectInfo, access: AccessName): boolean {
  const { org, user } = tx();
  return RIGHTS[access].every((right) => org.access.canObject(user, info, right));
}

function mayUseField(info: ObjectInfo, name: string, access: AccessName): boolean {
  const field = info.field(name);
  if (!field || field.name === 'Id') return true;
  const { org, user } = tx();
  switch (access) {
    case 'READABLE':
      return org.access.canReadField(user, info, name);
    case 'CREATABLE':
      return (
        field.createable && (org.access.canEditField(user, info, name) || (!field.updateable && org.access.canReadField(user, info, name)))
      );
    case 'UPDATABLE':
      return field.updateable && org.access.canEditField(user, info, name);
    case 'UPSERTABLE':
      return field.createable && field.updateable && org.access.canEditField(user, info, name);
  }
}

/** Strips one record and the records that hang on it; answers the copy and whether anything was taken. */
function strip(record: SObject, access: AccessName, decision: AccessDecision): { readonly copy: SObject; readonly changed: boolean } {
  const copy = cloneRecord(record, { id: true, timestamps: true, autonumbers: true });
  const info = record.info;
  if (!info) return { copy, changed: false };
  let changed = false;
  const remove = (name: string): void => {
    copy.values.delete(name);
    let removed = decision.removedFields.get(info.name);
    if (!removed) decision.removedFields.set(info.name, (removed = new Set()));
    removed.add(name);
    changed = true;
  };
  for (const [name, value] of record.values) {
    const relationship = info.relationship(name);
    const nested = value instanceof SObject ? [value] : value instanceof ApexList ? (value.items as SObject[]) : null;
    if (!nested) {
      if (!mayUseField(info, name, access)) remove(name);
    } else if (
      (relationship && !mayUseField(info, relationship.name, access)) ||
      nested.some((each) => each.info && !mayUseObject(each.info, access))
    ) {
      remove(name);
    } else {
      const stripped = nested.map((each) => strip(each, access, decision));
      changed ||= stripped.some((each) => each.changed);
      copy.values.set(
        name,
        value instanceof ApexList
          ? new ApexList(
              value.element,
              stripped.map((each) => each.copy)
            )
          : stripped[0].copy
      );
    }
  }
  return { copy, changed };
}

/** Apex Developer Guide, "Enforce Security with the stripInaccessible Method". */
function stripInaccessible(accessType: ApexEnum | null, records: ApexList | null, enforceRootObject: boolean | null): AccessDecision {
  if (accessType === null || records === null) return raise('NullPointerException', 'Argument cannot be null');
  const access = accessType.name as AccessName;
  const decision = new AccessDecision(records.element);
  (records.items as (SObject | null)[]).forEach((record, index) => {
    if (record === null) return raise('NullPointerException', 'Attempt to de-reference a null object');
    if (enforceRootObject !== false && record.info && !mayUseObject(record.info, access)) {
      raise('NoAccessException', `No access to entity: ${record.info.name}`);
    }
    const { copy, changed } = strip(record, access, decision);
    if (changed) decision.modified.add(index);
    decision.records.push(copy);
  });
  return decision;
}

const text = Types.primitive('String');

export const securityDeclarations = [
  builtin('class Security', {
    'static SObjectAccessDecision stripInaccessible(AccessType accessCheckType, List<SObject> sourceRecords)': (
      access: ApexEnum | null,
      records: ApexList | null
    ) => stripInaccessible(access, records, true),
    'static SObjectAccessDecision stripInaccessible(AccessType accessCheckType, List<SObject> sourceRecords, Boolean enforceRootObjectCRUD)':
      stripInaccessible
  }),
  builtin('class SObjectAccessDecision', {
    'List<SObject> getRecords()': (self: AccessDecision) => new ApexList(self.element, self.records),
    'Set<Integer> getModifiedIndexes()': (self: AccessDecision) => new ApexSet(Types.primitive('Integer'), self.modified),
    'Map<String, Set<String>> getRemovedFields()': (self: AccessDecision) =>
      new ApexMap(
        text,
        Types.set(text),
        [...self.removedFields].map(([object, fields]) => [object, new ApexSet(text, fields)] as const)
      )
  }),
  builtin('enum AccessType', {}, ['CREATABLE', 'READABLE', 'UPDATABLE', 'UPSERTABLE'])
];
