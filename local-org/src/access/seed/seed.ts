import type { ProjectMetadata } from '../../metadata/index.js';
import type { Clock, Store } from '../../org/contracts.js';
import type { Schema } from '../../schema/model.js';
import { metadataRows } from './code.js';
import { entityParticles, FIELD_DEFINITION_COLUMNS, fieldDefinitions, PARTICLE_COLUMNS } from './definitions.js';
import { permissionRows } from './permissionSets.js';
import { reportRows } from './reports.js';
import { RowWriter } from './rows.js';
import { groupRows, platformRows, statusRows } from './setup.js';
import { ADMIN_USERNAME, licenses, organization, ORGANIZATION_ID, profiles, userId, users } from './users.js';

export interface SeedSurroundings {
  readonly schema: Schema;
  readonly store: Store;
  readonly metadata: ProjectMetadata;
  readonly clock: Clock;
}

/**
 * Gives a new org its organization, profiles and users, and any org the rows that mirror the project's metadata as it is now (permission sets,
 * custom metadata records, record types, classes …). Answers whether the org was new.
 */
export function seedOrg({ schema, store, metadata, clock }: SeedSurroundings): boolean {
  store.ensure(schema.object('Organization')!);
  const isNew = store.rows('SELECT 1 FROM "Organization" WHERE "Id" = ?', [ORGANIZATION_ID]).length === 0;
  const writer = new RowWriter(store, schema, userId(ADMIN_USERNAME), clock.now());
  store.savepoint('seed_org');
  try {
    writer.writeMissing('Organization', [organization()]);
    writer.writeMissing('UserLicense', licenses());
    const { profiles: profileRows, permissionSets, objectPermissions } = profiles(schema);
    writer.writeMissing('Profile', profileRows);
    writer.writeMissing('PermissionSet', permissionSets);
    writer.writeMissing('User', users());
    for (const [object, rows] of [...groupRows(metadata), ...platformRows()]) writer.writeMissing(object, rows);
    for (const [object, rows] of [...statusRows(metadata, schema), ...metadataRows(metadata, schema)]) writer.replaceAll(object, rows);
    for (const [object, rows, which] of reportRows(metadata)) writer.replaceAll(object, rows, which);
    writer.replaceMany('FieldDefinition', FIELD_DEFINITION_COLUMNS, fieldDefinitions(schema));
    writer.replaceMany('EntityParticle', PARTICLE_COLUMNS, entityParticles(schema));
    writePermissions(writer, metadata, schema);
    // After those of the project, which may say more of a profile.
    writer.writeMissing('ObjectPermissions', objectPermissions);
  } catch (error) {
    store.rollbackTo('seed_org');
    throw error;
  } finally {
    store.release('seed_org');
  }
  return isNew;
}

/** Grants of the project's permission sets are replaced by what the files say; those that Apex made stay. */
function writePermissions(writer: RowWriter, metadata: ProjectMetadata, schema: Schema): void {
  const rows = permissionRows(metadata, schema);
  const parents = [
    ...rows.sets.map((set) => set.Id),
    ...new Set([...rows.objects, ...rows.fields, ...rows.entities].map((row) => String(row['ParentId'])))
  ];
  const ofProject = `"ParentId" IN (${parents.map((id) => `'${id}'`).join(', ') || 'NULL'})`;
  writer.write('PermissionSet', rows.sets);
  writer.replaceAll('ObjectPermissions', rows.objects, ofProject);
  writer.replaceAll('FieldPermissions', rows.fields, ofProject);
  writer.replaceAll('SetupEntityAccess', rows.entities, ofProject);
  writer.write('PermissionSetGroup', rows.groups);
  writer.replaceAll(
    'PermissionSetGroupComponent',
    rows.components,
    `"PermissionSetGroupId" IN (${rows.groups.map((group) => `'${group.Id}'`).join(', ') || 'NULL'})`
  );
}
