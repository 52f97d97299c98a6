import type { PermissionSource, ProjectMetadata } from '../../metadata/index.js';
import { idOf } from '../../schema/index.js';
import type { Schema } from '../../schema/model.js';
import { PROFILES } from '../profiles.js';
import type { SeedRow } from './rows.js';
import { profileSetId } from './users.js';

export interface PermissionRows {
  readonly sets: SeedRow[];
  readonly groups: SeedRow[];
  readonly components: SeedRow[];
  readonly objects: SeedRow[];
  readonly fields: SeedRow[];
  readonly entities: SeedRow[];
}

export function permissionSetId(name: string): string {
  return idOf('0PS', name);
}

/** The project's permission sets, groups and profiles as the rows that the platform keeps of them. */
export function permissionRows(metadata: ProjectMetadata, schema: Schema): PermissionRows {
  const known = [...schema.object('PermissionSet')!.fields.values()].map((field) => field.name);
  const grants = [
    ...metadata.permissionSets.map((source) => ({ source, id: permissionSetId(source.name) })),
    ...metadata.profiles.flatMap((source) => {
      const name = profileName(source.name);
      return PROFILES.some((profile) => profile.name === name) ? [{ source, id: profileSetId(name) }] : [];
    })
  ];
  return {
    sets: metadata.permissionSets.map((source) => ({
      Id: permissionSetId(source.name),
      Name: source.name,
      Label: source.label,
      IsCustom: true,
      Type: 'Regular',
      ...Object.fromEntries(
        source.userPermissions
          .map((name) => `Permissions${name}`)
          .filter((name) => known.includes(name))
          .map((name) => [name, true])
      )
    })),
    groups: metadata.permissionSetGroups.map((group) => ({
      Id: idOf('0PG', group.name),
      DeveloperName: group.name,
      MasterLabel: group.label,
      Language: 'en_US',
      Status: 'Updated'
    })),
    components: metadata.permissionSetGroups.flatMap((group) =>
      group.permissionSets.map((set) => ({
        Id: idOf('0PM', `${group.name}.${set}`),
        PermissionSetGroupId: idOf('0PG', group.name),
        PermissionSetId: permissionSetId(set)
      }))
    ),
    objects: grants.flatMap(({ source, id }) => objectRows(source, id)),
    fields: grants.flatMap(({ source, id }) => fieldRows(source, id)),
    entities: grants.flatMap(({ source, id }) => entityRows(source, id))
  };
}

/** Metadata calls the standard profiles by internal names. */
function profileName(name: string): string {
  const names: Readonly<Record<string, string>> = {
    Admin: 'System Administrator',
    Standard: 'Standard User',
    ReadOnly: 'Read Only',
    MarketingProfile: 'Marketing User',
    ContractManager: 'Contract Manager',
    SolutionManager: 'Solution Manager',
    StandardAul: 'Standard Platform User',
    'Minimum Access': 'Minimum Access - Salesforce'
  };
  return names[name] ?? name;
}

function objectRows(source: PermissionSource, parent: string): SeedRow[] {
  return source.objects.map((grant) => ({
    Id: idOf('110', `${parent}.${grant.object}`),
    ParentId: parent,
    SobjectType: grant.object,
    PermissionsCreate: grant.create,
    PermissionsRead: grant.read,
    PermissionsEdit: grant.edit,
    PermissionsDelete: grant.delete,
    PermissionsViewAllRecords: grant.viewAll,
    PermissionsModifyAllRecords: grant.modifyAll
  }));
}

function fieldRows(source: PermissionSource, parent: string): SeedRow[] {
  return source.fields.map((grant) => ({
    Id: idOf('01k', `${parent}.${grant.object}.${grant.field}`),
    ParentId: parent,
    SobjectType: grant.object,
    Field: `${grant.object}.${grant.field}`,
    PermissionsRead: grant.readable,
    PermissionsEdit: grant.editable
  }));
}

function entityRows(source: PermissionSource, parent: string): SeedRow[] {
  const row =
    (prefix: string, type: string) =>
    (name: string): SeedRow => ({
      Id: idOf('0J0', `${parent}.${type}.${name}`),
      ParentId: parent,
      SetupEntityId: idOf(prefix, name),
      SetupEntityType: type
    });
  return [
    ...source.classes.map(row('01p', 'ApexClass')),
    ...source.pages.map(row('066', 'ApexPage')),
    ...source.customPermissions.map(row('0CP', 'CustomPermission'))
  ];
}
