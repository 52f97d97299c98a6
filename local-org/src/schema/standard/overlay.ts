import type { FieldInfo, FieldType, PicklistValue, SharingModel } from '../model.js';
import { labelOf, makeField, systemFields } from '../fieldDefaults.js';
import { ObjectDraft } from '../objectDraft.js';
import { activities } from './activities.js';
import { files } from './files.js';
import { platform } from './platform.js';
import { KEY_PREFIXES } from './prefixes.js';
import { products } from './products.js';
import { sales } from './sales.js';
import { service } from './service.js';
import { users } from './users.js';

/**
 * The overlay is text, one line a field below a line for its object:
 *
 *   Campaign | Campaigns sharing=ReadWrite
 *     Name string(80) required | Campaign Name
 *     Type picklist | Campaign Type | Conference; Webinar; *Other
 *     ParentId reference(Campaign) | Parent Campaign ID
 *
 * Object flags: sharing=…, readonly (no DML), nocreate, noupdate, nodelete, noquery, notrigger, noundelete, merge, setup (readonly and notrigger).
 * Field flags: required, readonly, createonly, updateonly, calculated, unique, name, restricted, nogrant (permission sets can't grant it), cascade (deleted
 * with its parent), auto=FORMAT (auto number), default=FORMULA, rel=NAME (relationship), child=NAME (child relationship on the target).
 * Of a picklist `*` marks the default; a value may be given as `API name=Label`. Values follow the object reference and a new org's setup.
 */
const TEXTS = [sales, products, service, activities, files, users, platform];

const OBJECT_LINE =
  /^(\w+)\s*\|\s*([^=]*?)((?:\s+(?:sharing=\w+|readonly|nocreate|noupdate|nodelete|noquery|notrigger|noundelete|merge|setup))*)$/;
const FIELD_LINE = /^\s+(\w+) (\w+)(?:\(([^)]*)\))?((?: [^|\s]+)*)\s*(?:\|\s*([^|]*?)\s*)?(?:\|\s*(.*?)\s*)?$/;

export function applyOverlay(objects: Map<string, ObjectDraft>): void {
  for (const [name, prefix] of Object.entries(KEY_PREFIXES)) {
    const draft = objects.get(name.toLowerCase());
    if (draft) draft.keyPrefix = prefix;
  }
  let current: ObjectDraft | null = null;
  for (const line of TEXTS.flatMap((text) => text.split('\n'))) {
    if (!line.trim()) continue;
    if (line.startsWith(' ')) applyField(objects, current!, line);
    else current = applyObject(objects, line);
  }
}

function applyObject(objects: Map<string, ObjectDraft>, line: string): ObjectDraft {
  const match = OBJECT_LINE.exec(line);
  if (!match) throw new Error(`Overlay object line: ${line}`);
  const [, name = '', plural = '', flagText = ''] = match;
  let draft = objects.get(name.toLowerCase());
  if (!draft) {
    draft = new ObjectDraft(name);
    draft.label = labelOf(name);
    for (const field of systemFields(draft.label)) draft.add(field);
    draft.keyPrefix = KEY_PREFIXES[name] ?? null;
    objects.set(name.toLowerCase(), draft);
  }
  if (plural.includes('/')) [draft.label, draft.labelPlural] = plural.split('/').map((part) => part.trim()) as [string, string];
  else draft.labelPlural = plural.trim() || draft.labelPlural;
  for (const flag of flagText.trim().split(/\s+/).filter(Boolean)) objectFlag(draft, flag);
  return draft;
}

function objectFlag(draft: ObjectDraft, flag: string): void {
  if (flag.startsWith('sharing=')) draft.sharingModel = flag.slice(8) as SharingModel;
  if (flag === 'nocreate' || flag === 'readonly' || flag === 'setup') draft.createable = false;
  if (flag === 'noupdate' || flag === 'readonly' || flag === 'setup') draft.updateable = false;
  if (flag === 'nodelete' || flag === 'readonly' || flag === 'setup') draft.deletable = false;
  if (flag === 'notrigger' || flag === 'setup') draft.triggerable = false;
  if (flag === 'noundelete' || flag === 'setup') draft.undeletable = false;
  if (flag === 'noquery') draft.queryable = false;
  if (flag === 'merge') draft.mergeable = true;
}

function applyField(objects: Map<string, ObjectDraft>, draft: ObjectDraft, line: string): void {
  const match = FIELD_LINE.exec(line);
  if (!match) throw new Error(`Overlay field line: ${line}`);
  const [, name = '', type = '', size = '', flagText = '', label = '', values] = match;
  const flags = flagText.trim().split(/\s+/).filter(Boolean);
  const known = draft.field(name);
  const fieldType = (type === '_' ? known?.type : type) as FieldType | undefined;
  if (!fieldType) throw new Error(`Overlay field without a type: ${draft.name}.${name}`);
  const base = known && known.type === fieldType ? known : makeField(known?.name ?? name, fieldType, carriedOver(known));
  const numbers = fieldType === 'reference' ? [] : size.split(',').filter(Boolean).map(Number);
  const changes: { -readonly [K in keyof FieldInfo]?: FieldInfo[K] } = { label: label || (known?.label ?? labelOf(name)) };
  if (fieldType === 'reference' && size) {
    changes.referenceTo = size.split(',').map((target) => target.trim());
    changes.relationshipName = known?.relationshipName ?? name.replace(/Id$/, '');
  } else if (['double', 'currency', 'percent'].includes(fieldType) && numbers.length) {
    changes.precision = numbers[0]!;
    changes.scale = numbers[1] ?? 0;
  } else if (numbers.length) changes.length = numbers[0]!;
  if (values !== undefined) changes.picklist = picklist(values);
  for (const flag of flags) fieldFlag(changes, flag);
  const field = { ...base, ...changes };
  draft.add(field);
  const child = flags.find((flag) => flag.startsWith('child='))?.slice(6);
  for (const target of child || flags.includes('cascade') ? field.referenceTo : []) {
    const parent = objects.get(target.toLowerCase());
    const existing = parent?.children.find((relation) => relation.childObject === draft.name && relation.field === field.name);
    parent?.addChild({
      name: child ?? existing?.name ?? null,
      childObject: draft.name,
      field: field.name,
      cascadeDelete: flags.includes('cascade')
    });
  }
}

function carriedOver(known: FieldInfo | undefined): Partial<FieldInfo> {
  if (!known) return {};
  const { label, createable, updateable, nillable, permissionable, relationshipName, referenceTo, apexType } = known;
  return { label, createable, updateable, nillable, permissionable, relationshipName, referenceTo, apexType };
}

function fieldFlag(changes: { -readonly [K in keyof FieldInfo]?: FieldInfo[K] }, flag: string): void {
  // What the platform computes can be hidden though it is never empty: public permission sets grant Campaign.NumberOfLeads.
  if (flag === 'required') Object.assign(changes, { nillable: false, permissionable: changes.calculated === true });
  if (flag === 'nillable') changes.nillable = true;
  if (flag === 'readonly' || flag === 'calculated') Object.assign(changes, { createable: false, updateable: false });
  if (flag === 'calculated') changes.calculated = true;
  if (flag === 'createonly') changes.updateable = false;
  if (flag === 'updateonly') changes.createable = false;
  if (flag === 'unique') changes.unique = true;
  if (flag === 'name') Object.assign(changes, { nameField: true, ...(changes.nillable === false ? { permissionable: false } : {}) });
  if (flag === 'restricted') changes.restrictedPicklist = true;
  if (flag === 'nogrant') changes.permissionable = false;
  if (flag === 'cascade') changes.cascadeDelete = true;
  if (flag.startsWith('auto=')) Object.assign(changes, { autoNumber: flag.slice(5), createable: false, updateable: false });
  if (flag.startsWith('default=')) changes.defaultValueFormula = flag.slice(8);
  if (flag.startsWith('rel=')) changes.relationshipName = flag.slice(4);
}

function picklist(text: string): PicklistValue[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const isDefault = part.startsWith('*');
      const [value = '', label] = (isDefault ? part.slice(1) : part).split('=');
      return { value, label: label ?? value, isDefault, active: true };
    });
}
