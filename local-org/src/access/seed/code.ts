import { readFileSync } from 'node:fs';
import type { ProjectMetadata } from '../../metadata/index.js';
import { customMetadataValues, idOf, MASTER_RECORD_TYPE } from '../../schema/index.js';
import type { ObjectInfo, Schema } from '../../schema/model.js';
import { ApexBlob, ApexDecimal } from '../../values/index.js';
import type { SeedRow } from './rows.js';

/** Apex classes and triggers, pages, static resources, … as rows of the objects that show them: object → rows. */
export function metadataRows(metadata: ProjectMetadata, schema: Schema): Map<string, SeedRow[]> {
  return new Map<string, SeedRow[]>([
    ['ApexClass', apexRows(metadata, 'class', '01p')],
    ['ApexTrigger', apexRows(metadata, 'trigger', '01q')],
    [
      'ApexPage',
      metadata.pages.map(({ name, label }) => ({
        Id: idOf('066', name),
        Name: name,
        MasterLabel: label,
        ApiVersion: ApexDecimal.of(metadata.sourceApiVersion)
      }))
    ],
    ['StaticResource', staticResources(metadata)],
    [
      'CustomPermission',
      metadata.customPermissions.map(({ name, label }) => ({
        Id: idOf('0CP', name),
        DeveloperName: name,
        MasterLabel: label,
        Language: 'en_US'
      }))
    ],
    ['RecordType', [...schema.objects()].flatMap(recordTypes)],
    ['AppDefinition', applications(metadata)],
    [
      'FlowDefinitionView',
      metadata.flows.map(({ name, label }) => ({ Id: `300${idOf('301', name).slice(3)}`, ApiName: name, Label: label, IsActive: true }))
    ],
    ['EntityDefinition', [...schema.objects()].map(entityDefinition)],
    ...customMetadata(metadata, schema)
  ]);
}

function apexRows(metadata: ProjectMetadata, kind: 'class' | 'trigger', prefix: string): SeedRow[] {
  return metadata.apex
    .filter((source) => source.kind === kind)
    .map((source) => ({
      Id: idOf(prefix, source.name),
      Name: source.name,
      ApiVersion: ApexDecimal.of(source.apiVersion),
      Status: source.active ? 'Active' : 'Inactive',
      IsValid: true,
      Body: source.source,
      LengthWithoutComments: source.source.length,
      ...(kind === 'trigger' ? triggerUse(source.source) : {})
    }));
}

const TRIGGER = /\btrigger\s+\w+\s+on\s+(\w+)\s*\(([^)]*)\)/i;

function triggerUse(source: string): Record<string, unknown> {
  const match = TRIGGER.exec(source);
  const events = (match?.[2] ?? '')
    .toLowerCase()
    .split(',')
    .map((event) => event.trim().split(/\s+/).join(' '));
  const uses = {
    BeforeInsert: 'before insert',
    BeforeUpdate: 'before update',
    BeforeDelete: 'before delete',
    AfterInsert: 'after insert',
    AfterUpdate: 'after update',
    AfterDelete: 'after delete',
    AfterUndelete: 'after undelete'
  };
  return {
    TableEnumOrId: match?.[1] ?? null,
    ...Object.fromEntries(Object.entries(uses).map(([name, event]) => [`Usage${name}`, events.includes(event)]))
  };
}

/** An unpacked archive has no body here: it is a zip only on the platform. */
function staticResources(metadata: ProjectMetadata): SeedRow[] {
  return metadata.staticResources
    .filter((resource) => resource.kind !== 'directory')
    .map((resource) => {
      const body = readFileSync(resource.path);
      return {
        Id: idOf('081', resource.name),
        Name: resource.name,
        ContentType: resource.contentType,
        CacheControl: resource.cacheControl,
        Description: resource.description,
        Body: new ApexBlob(new Uint8Array(body)),
        BodyLength: body.length
      };
    });
}

function recordTypes(info: ObjectInfo): SeedRow[] {
  return info.recordTypes
    .filter((type) => type.id !== MASTER_RECORD_TYPE)
    .map((type) => ({
      Id: type.id,
      Name: type.label,
      DeveloperName: type.developerName,
      SobjectType: info.name,
      IsActive: type.active
    }));
}

function applications(metadata: ProjectMetadata): SeedRow[] {
  return metadata.applications.map((app) => ({
    Id: idOf('06m', app.name),
    DurableId: idOf('06m', app.name),
    DeveloperName: app.name,
    Label: app.label,
    MasterLabel: app.label,
    Description: app.description,
    NavType: app.navType,
    UiType: app.uiType,
    UtilityBar: app.utilityBar
  }));
}

function entityDefinition(info: ObjectInfo): SeedRow {
  return {
    // Relationships to definitions hold names (custom metadata), so the name is the key here.
    Id: info.name,
    DurableId: info.name,
    QualifiedApiName: info.name,
    DeveloperName: info.name.replace(/__\w+$/, ''),
    MasterLabel: info.label,
    Label: info.label,
    PluralLabel: info.labelPlural,
    KeyPrefix: info.keyPrefix,
    IsCustomSetting: info.kind === 'hierarchySetting' || info.kind === 'listSetting',
    IsCustomizable: info.custom || info.triggerable,
    IsApexTriggerable: info.triggerable,
    IsQueryable: info.queryable,
    IsEverCreatable: info.createable,
    IsEverUpdatable: info.updateable,
    IsEverDeletable: info.deletable,
    InternalSharingModel: info.sharingModel
  };
}

function customMetadata(metadata: ProjectMetadata, schema: Schema): [string, SeedRow[]][] {
  return [...schema.objects()]
    .filter((info) => info.kind === 'customMetadata')
    .map((info) => [
      info.name,
      metadata.customMetadata
        .filter((record) => record.object.toLowerCase() === info.name.toLowerCase())
        .map((record) => Object.fromEntries(customMetadataValues(schema, info, record)) as unknown as SeedRow)
    ]);
}
