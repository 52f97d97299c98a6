import { readFileSync } from 'node:fs';
import { labelOf, makeField, SYSTEM_FIELD_NAMES } from '../fieldDefaults.js';
import type { FieldInfo, FieldType } from '../model.js';
import { ObjectDraft } from '../objectDraft.js';
import { applyOverlay } from './overlay.js';
import { polymorphicTargets } from './polymorphic.js';

interface DumpedObject {
  readonly fields: Readonly<Record<string, string>>;
  readonly children: Readonly<Record<string, string>>;
}

let dump: Readonly<Record<string, DumpedObject>> | null = null;

function readDump(): Readonly<Record<string, DumpedObject>> {
  dump ??= JSON.parse(readFileSync(new URL('../../../data/standard-objects.json', import.meta.url), 'utf8')) as Record<
    string,
    DumpedObject
  >;
  return dump;
}

/** The standard objects: shapes from the published dump, everything else from the overlay, and sensible values for what neither says. */
export function standardObjects(): Map<string, ObjectDraft> {
  const objects = new Map<string, ObjectDraft>();
  const dumped = readDump();
  for (const [name, object] of Object.entries(dumped)) {
    const draft = new ObjectDraft(name);
    draft.label = labelOf(name.replace(/2$/, ''));
    draft.labelPlural = plural(draft.label);
    for (const [field, shape] of Object.entries(object.fields)) draft.add(standardField(name, field, shape, dumped));
    describeKind(draft, dumped);
    objects.set(name.toLowerCase(), draft);
  }
  for (const [name, object] of Object.entries(dumped)) {
    const draft = objects.get(name.toLowerCase())!;
    for (const [relationship, target] of Object.entries(object.children)) {
      const [childObject = '', field = ''] = target.split('.');
      if (objects.has(childObject.toLowerCase())) draft.addChild({ name: relationship, childObject, field, cascadeDelete: false });
    }
  }
  applyOverlay(objects);
  for (const draft of objects.values()) finish(draft);
  return objects;
}

function plural(label: string): string {
  if (/[^aeiou]y$/.test(label)) return label.replace(/y$/, 'ies');
  return /(s|x|ch|sh)$/.test(label) ? `${label}es` : `${label}s`;
}

/** What the name of a text field says of its type and length, where the overlay says nothing. */
const TEXT_TYPES: readonly (readonly [RegExp, FieldType, number])[] = [
  [/Email$/, 'email', 80],
  [/(Phone|Fax)$/, 'phone', 40],
  [/(Url|Website|URL)$/, 'url', 1024],
  [/Street$/, 'textarea', 255],
  [/City$/, 'string', 40],
  [/(State|Country)$/, 'string', 80],
  [/PostalCode$/, 'string', 20],
  [
    /^(Description|Body|Comments?|CommentBody|HtmlBody|TextBody|Markup|Signature|Query|Message|NewValue|OldValue|Recommendation)$/,
    'textarea',
    32000
  ],
  [
    /(AccessLevel|Status|Type|Source|GeocodeAccuracy|SidKey|LocaleKey|EncodingKey|Industry|Rating|Ownership|Salutation|Priority|RowCause|Visibility|Origin|Reason|Category|Frequency)$/,
    'picklist',
    255
  ],
  [/^FirstName$/, 'string', 40],
  [/^LastName$/, 'string', 80],
  [/^(DeveloperName|MasterLabel)$/, 'string', 80]
];

function standardField(object: string, name: string, shape: string, dumped: Readonly<Record<string, DumpedObject>>): FieldInfo {
  const [kind, relationship, target] = shape.split(' ') as [string, string?, string?];
  const system = SYSTEM_FIELD_NAMES.has(name.toLowerCase());
  const changes: Partial<FieldInfo> = {
    label: name === 'Id' ? `${labelOf(object)} ID` : name === 'IsDeleted' ? 'Deleted' : labelOf(name),
    ...(system ? { createable: false, updateable: false, permissionable: false, nillable: /^(LastA|LastV|LastR|MasterR)/.test(name) } : {})
  };
  if (name === 'Id') return makeField(name, 'id', changes);
  if (kind === 'Id') {
    const targets =
      target === '*'
        ? polymorphicTargets(object, name)
        : target && target in dumped
          ? [target]
          : target
            ? [target]
            : polymorphicTargets(object, name);
    return makeField(name, 'reference', { ...changes, relationshipName: relationship ?? null, referenceTo: targets });
  }
  if (kind === 'String') {
    const [, type, length] = TEXT_TYPES.find(([pattern]) => pattern.test(name)) ?? [null, 'string' as const, 255];
    return makeField(name, type, { ...changes, length });
  }
  if (kind === 'Decimal') return decimalField(name, changes);
  const types: Readonly<Record<string, FieldType>> = {
    Boolean: 'boolean',
    Integer: 'int',
    Long: 'long',
    Date: 'date',
    Datetime: 'datetime',
    Time: 'time',
    Blob: 'base64',
    Address: 'address',
    Location: 'location'
  };
  return makeField(name, types[kind] ?? 'anyType', changes);
}

function decimalField(name: string, changes: Partial<FieldInfo>): FieldInfo {
  if (/(Latitude|Longitude)$/.test(name)) return makeField(name, 'double', { ...changes, precision: 18, scale: 15 });
  if (/(Amount|Price|Cost|Revenue|Total|Subtotal|Tax|Shipping)/.test(name)) return makeField(name, 'currency', changes);
  if (/(Percent|Discount|Probability)/.test(name)) return makeField(name, 'percent', changes);
  return makeField(name, 'double', { ...changes, scale: 2 });
}

/** What follows from being a share, history, feed or change event, or an object of the set-up area. */
function describeKind(draft: ObjectDraft, dumped: Readonly<Record<string, DumpedObject>>): void {
  const main = /^(.+?)(Share|FieldHistory|History|ChangeEvent)$/.exec(draft.name);
  draft.undeletable = draft.fields.has('isdeleted');
  if (main && main[1] in dumped && !['ProcessInstanceHistory', 'OpportunityHistory'].includes(draft.name)) {
    draft.undeletable = false;
    if (main[2] === 'Share') {
      draft.kind = 'share';
      draft.triggerable = false;
    } else if (main[2] === 'ChangeEvent') {
      draft.kind = 'changeEvent';
      draft.createable = draft.updateable = draft.deletable = draft.queryable = false;
    } else {
      draft.kind = 'history';
      draft.createable = draft.updateable = draft.triggerable = false;
    }
  }
  if (draft.name.endsWith('Feed')) draft.createable = draft.updateable = draft.triggerable = false;
}

/** Compound and derived fields can't be written; the name field is known by its name unless the overlay said otherwise. */
function finish(draft: ObjectDraft): void {
  if (![...draft.fields.values()].some((field) => field.nameField)) draft.change('Name', { nameField: true });
  const person = draft.fields.has('firstname') && draft.fields.has('lastname');
  if (person && draft.fields.has('name')) draft.change('Name', { createable: false, updateable: false, calculated: true, nillable: false });
  if (draft.kind === 'share') draft.change('RowCause', { updateable: false });
}
