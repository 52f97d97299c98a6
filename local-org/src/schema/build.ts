import type { ObjectSource, ProjectMetadata } from '../metadata/index.js';
import { addStandardChildren, changeEventObject, feedObject, historyObject, shareObject } from './custom/companions.js';
import { customField, standardFieldChanges } from './custom/fields.js';
import { customObject, isCustomName, sharingModel } from './custom/objects.js';
import { STANDARD_VALUE_SETS, valueSetValues } from './custom/picklists.js';
import { labelOf, makeField, systemFields } from './fieldDefaults.js';
import { idOf, MASTER_RECORD_TYPE, PrefixAllocator } from './ids.js';
import type { FieldInfo, ObjectInfo, RecordTypeInfo, Schema } from './model.js';
import { ObjectDraft } from './objectDraft.js';
import { standardObjects } from './standard/load.js';
import { OPEN_REFERENCES } from './standard/polymorphic.js';

type Drafts = Map<string, ObjectDraft>;

/** Puts the standard objects and the project's together. */
export function buildSchema(metadata: ProjectMetadata): Schema {
  const drafts = standardObjects();
  const sources = metadata.objects.flatMap(withActivities);
  for (const source of sources) if (!drafts.has(source.name.toLowerCase())) drafts.set(source.name.toLowerCase(), newObject(source));
  for (const set of metadata.standardValueSets) {
    for (const path of STANDARD_VALUE_SETS[set.name] ?? []) {
      const [object = '', field = ''] = path.split('.');
      drafts.get(object.toLowerCase())?.change(field, { picklist: valueSetValues(set) });
    }
  }
  for (const source of sources) addParts(drafts.get(source.name.toLowerCase())!, source, metadata);
  const projectObjects = sources.map((source) => drafts.get(source.name.toLowerCase())!).filter((draft) => draft.custom);
  resolveReferences(drafts);
  resolveSummaries(drafts);
  openReferences(drafts, projectObjects);
  for (const source of sources) addCompanions(drafts, source);
  copyFieldsToChangeEvents(drafts);
  givePrefixes(drafts);
  return new BuiltSchema(drafts);
}

class BuiltSchema implements Schema {
  private readonly byPrefix: Map<string, ObjectInfo>;

  constructor(private readonly drafts: Drafts) {
    this.byPrefix = new Map([...drafts.values()].flatMap((draft) => (draft.keyPrefix ? [[draft.keyPrefix, draft] as const] : [])));
  }

  object(name: string): ObjectInfo | undefined {
    return this.drafts.get(name.toLowerCase());
  }

  objectByPrefix(keyPrefix: string): ObjectInfo | undefined {
    return this.byPrefix.get(keyPrefix);
  }

  objects(): Iterable<ObjectInfo> {
    return this.drafts.values();
  }
}

/** Fields of Activity are fields of Task and Event. */
function withActivities(source: ObjectSource): ObjectSource[] {
  return source.name === 'Activity'
    ? [
        { ...source, name: 'Task' },
        { ...source, name: 'Event' }
      ]
    : [source];
}

function newObject(source: ObjectSource): ObjectDraft {
  if (isCustomName(source.name)) return customObject(source);
  // A standard object that the local org does not carry: what the project adds to it is usable, its standard fields are not.
  const draft = new ObjectDraft(source.name);
  draft.label = labelOf(source.name);
  for (const field of systemFields(draft.label, { owner: true })) draft.add(field);
  draft.add(makeField('Name', 'string', { label: 'Name', nameField: true }));
  return draft;
}

function addParts(draft: ObjectDraft, source: ObjectSource, metadata: ProjectMetadata): void {
  const { definition } = source;
  const model = definition?.text('sharingModel');
  if (model && !draft.custom) draft.sharingModel = sharingModel(model);
  for (const part of source.fields) {
    const known = isCustomName(part.name) ? undefined : draft.field(part.name);
    if (known) draft.change(part.name, standardFieldChanges(part, known, metadata));
    else if (isCustomName(part.name)) for (const field of customField(draft.name, part, metadata)) draft.add(field);
  }
  for (const part of source.fields) addChildRelationship(draft, part.name, part.element.text('relationshipName'));
  draft.recordTypes = [...recordTypes(draft, source), MASTER];
  if (source.recordTypes.length && !draft.field('RecordTypeId')) {
    draft.add(
      makeField('RecordTypeId', 'reference', {
        label: 'Record Type ID',
        referenceTo: ['RecordType'],
        relationshipName: 'RecordType',
        permissionable: false
      })
    );
  }
  draft.fieldSets = source.fieldSets.map(({ name, element }) => ({
    name,
    label: element.text('label') ?? name,
    fields: element.all('displayedFields').map((field) => ({ path: field.text('field') ?? '', required: field.flag('isRequired') }))
  }));
  draft.validationRules = source.validationRules
    .filter((rule) => rule.element.flag('active'))
    .map(({ name, element }) => ({
      name,
      formula: element.text('errorConditionFormula') ?? '',
      errorMessage: element.text('errorMessage') ?? '',
      errorField: element.text('errorDisplayField')
    }));
}

const MASTER: RecordTypeInfo = { id: MASTER_RECORD_TYPE, developerName: 'Master', label: 'Master', active: true, master: true };

function recordTypes(draft: ObjectDraft, source: ObjectSource): RecordTypeInfo[] {
  return source.recordTypes.map(({ name, element }) => ({
    id: idOf('012', `${draft.name}.${name}`),
    developerName: name,
    label: element.text('label') ?? name,
    active: element.flag('active', true),
    master: false
  }));
}

/** Children are kept on the parent in a second pass; here the name that the field's metadata gives is remembered. */
const childNames = new WeakMap<FieldInfo, string | null>();

function addChildRelationship(draft: ObjectDraft, fieldName: string, relationshipName: string | null): void {
  const field = draft.field(fieldName);
  if (field?.type === 'reference' && field.custom) childNames.set(field, relationshipName);
}

function resolveReferences(drafts: Drafts): void {
  for (const draft of drafts.values()) {
    for (const field of [...draft.fields.values()]) {
      if (!childNames.has(field)) continue;
      const name = childNames.get(field) ?? null;
      const targets = field.referenceTo.map((target) => drafts.get(target.toLowerCase())?.name ?? target);
      const resolved = { ...field, referenceTo: targets };
      draft.add(resolved);
      for (const target of targets) {
        drafts.get(target.toLowerCase())?.addChild({
          name: name ? (name.endsWith('__r') ? name : `${name}__r`) : null,
          childObject: draft.name,
          field: field.name,
          cascadeDelete: field.cascadeDelete
        });
      }
    }
    if (!draft.recordTypes.length) draft.recordTypes = [MASTER];
  }
}

/** A roll-up has the type of what it sums up; counts are whole numbers. */
function resolveSummaries(drafts: Drafts): void {
  for (const draft of drafts.values()) {
    for (const field of [...draft.fields.values()]) {
      if (!field.summary) continue;
      const { operation, childObject, summarizedField } = field.summary;
      const source = summarizedField ? drafts.get(childObject.toLowerCase())?.field(summarizedField) : undefined;
      if (operation === 'count' || !source) draft.change(field.name, { type: 'double', precision: 18, scale: 0 });
      else draft.change(field.name, { type: source.type, apexType: source.apexType, precision: source.precision, scale: source.scale });
    }
  }
}

/** Activities, notes and files can belong to any custom object that has records. */
function openReferences(drafts: Drafts, projectObjects: readonly ObjectDraft[]): void {
  const names = projectObjects
    .filter((draft) => draft.kind === 'custom' || (draft.kind === 'standard' && draft.custom))
    .map((draft) => draft.name);
  for (const path of OPEN_REFERENCES) {
    const [object = '', name = ''] = path.split('.');
    const field = drafts.get(object.toLowerCase())?.field(name);
    if (field) drafts.get(object.toLowerCase())!.change(name, { referenceTo: [...field.referenceTo, ...names] });
  }
}

function addCompanions(drafts: Drafts, source: ObjectSource): void {
  const draft = drafts.get(source.name.toLowerCase())!;
  if (!/__c$/i.test(draft.name) || draft.kind !== 'custom') return;
  const { definition } = source;
  addStandardChildren(draft, definition?.flag('enableActivities') ?? false);
  const add = (companion: ObjectDraft): void => void drafts.set(companion.name.toLowerCase(), companion);
  add(changeEventObject(draft));
  if (draft.sharingModel !== 'ControlledByParent') add(shareObject(draft));
  if (definition?.flag('enableHistory')) add(historyObject(draft));
  if (definition?.flag('enableFeeds')) add(feedObject(draft, drafts.get('accountfeed')!));
}

/** Custom fields of a standard object are in its change events, too. */
function copyFieldsToChangeEvents(drafts: Drafts): void {
  for (const draft of drafts.values()) {
    if (draft.kind !== 'changeEvent' || draft.custom) continue;
    const main = drafts.get(draft.name.replace(/ChangeEvent$/, '').toLowerCase());
    for (const field of main?.fields.values() ?? []) {
      if (field.custom && !field.formula && !field.summary) {
        draft.add({ ...field, nillable: true, unique: false, createable: false, updateable: false, defaultValueFormula: null });
      }
    }
  }
}

function givePrefixes(drafts: Drafts): void {
  const allocator = new PrefixAllocator();
  for (const draft of drafts.values()) if (draft.keyPrefix) allocator.reserve(draft.keyPrefix);
  const without = [...drafts.values()].filter((draft) => !draft.keyPrefix && draft.kind !== 'changeEvent');
  for (const draft of without.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))) {
    // Custom objects and settings begin with 'a', custom metadata types with 'm', events with 'e' as on the platform; unpublished ones with 'z'.
    const first = /__mdt$/i.test(draft.name) ? 'm' : /__e$/i.test(draft.name) ? 'e' : draft.custom ? 'a' : 'z';
    draft.keyPrefix = allocator.allocate(first, draft.name);
  }
}
