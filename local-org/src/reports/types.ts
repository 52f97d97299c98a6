import type { ProjectMetadata, ReportTypeSource, XmlElement } from '../metadata/index.js';
import type { FieldInfo, ObjectInfo, Schema } from '../schema/index.js';
import { fail, type Place } from './errors.js';
import { CUSTOM_ENTITY, STANDARD_TYPES, type StandardType } from './standardTypes.js';

/** One object of a report type. */
export interface Table {
  /** `Campaign`, `Campaign.CampaignMembers`: how columns name it. */
  readonly path: string;
  readonly object: ObjectInfo;
  /** The field of this object that holds the parent's id; null for the first. */
  readonly link: FieldInfo | null;
  /** "with or without": rows stay though there is no such record. */
  readonly outer: boolean;
}

/** A column that a report type offers. */
export interface OfferedColumn {
  /** As reports name it: `Campaign.CampaignMembers$Status`, `MEMBER_STATUS`. */
  readonly name: string;
  readonly table: number;
  /** From the table's object; the parts of lookups are named as in report types: `Owner`, `Status_Job__c.Name`. */
  readonly path: string;
  readonly label: string | null;
  readonly section: string;
}

export interface ReportType {
  /** As reports name it: `Campaigns_with_Members__c`, `CampaignList`. */
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly category: string;
  readonly standard: boolean;
  readonly place: Place;
  readonly tables: readonly Table[];
  readonly columns: ReadonlyMap<string, OfferedColumn>;
}

/** At most four objects (Salesforce help, "Limits on Report Types"). */
const MOST_TABLES = 4;

/** The custom report types of a project and the standard ones that the local org knows. */
export function reportTypes(metadata: ProjectMetadata, schema: Schema): ReportType[] {
  const standard = Object.entries(STANDARD_TYPES).map(([name, type]) => standardType(name, type, schema));
  return [...metadata.reportTypes.map((source) => customType(source, schema)), ...standard];
}

/** The report type that a report names. */
export function findReportType(name: string, metadata: ProjectMetadata, schema: Schema, place: Place): ReportType {
  const source = name.endsWith('__c') ? metadata.reportTypes.find((each) => `${each.name}__c` === name) : undefined;
  if (source) return customType(source, schema);
  const standard = STANDARD_TYPES[name];
  if (standard) return standardType(name, standard, schema);
  const object = name.startsWith(CUSTOM_ENTITY) ? schema.object(name.slice(CUSTOM_ENTITY.length)) : undefined;
  if (object) {
    const type = { label: object.labelPlural, category: 'other', tables: [object.name], columns: { CUST_NAME: [0, 'Name'] } } as const;
    return standardType(name, type, schema);
  }
  const known = [...metadata.reportTypes.map((each) => `${each.name}__c`), ...Object.keys(STANDARD_TYPES), `${CUSTOM_ENTITY}<object>`];
  return fail(place, 'reportType', `there is no report type '${name}' in this org. Known are: ${known.join(', ')}.`);
}

export function customType({ name, file, element: root }: ReportTypeSource, schema: Schema): ReportType {
  const place: Place = { file, what: `report type ${name}` };
  const base = root.text('baseObject') ?? fail(place, 'baseObject', 'is missing.');
  const object = schema.object(base) ?? fail(place, 'baseObject', `there is no object ${base} in this org.`);
  const tables: Table[] = [{ path: object.name, object, link: null, outer: false }];
  for (let join = root.first('join'); join; join = join.first('join')) tables.push(joined(join, tables[tables.length - 1], schema, place));
  if (tables.length > MOST_TABLES) fail(place, 'join', `a report type has at most ${MOST_TABLES} objects.`);
  return {
    name: `${name}__c`,
    label: root.text('label') ?? name,
    description: root.text('description'),
    category: root.text('category') ?? 'other',
    standard: false,
    place,
    tables,
    columns: offeredColumns(root, tables, place)
  };
}

function joined(join: XmlElement, parent: Table, schema: Schema, place: Place): Table {
  const relationship = join.text('relationship') ?? fail(place, 'relationship', 'is missing.');
  const child = parent.object.child(relationship);
  const object = child && schema.object(child.childObject);
  const link = child && object?.field(child.field);
  if (!object || !link) return fail(place, 'relationship', `${parent.object.name} has no child relationship ${relationship}.`);
  const outer = join.flag('outerJoin');
  if (parent.outer && !outer) fail(place, 'outerJoin', 'after an outer join there can be only outer joins.');
  return { path: `${parent.path}.${relationship}`, object, link, outer };
}

function offeredColumns(root: XmlElement, tables: readonly Table[], place: Place): Map<string, OfferedColumn> {
  const columns = root.all('sections').flatMap((section) =>
    section.all('columns').map((column): [string, OfferedColumn] => {
      const path = column.text('field') ?? fail(place, 'field', 'is missing.');
      const tablePath = column.text('table') ?? fail(place, 'table', 'is missing.');
      const table = tables.findIndex((each) => each.path === tablePath);
      if (table < 0) fail(place, 'table', `${tablePath} is none of ${tables.map((each) => each.path).join(', ')}.`);
      const name = `${tablePath}$${path}`;
      return [name, { name, table, path, label: column.text('displayNameOverride'), section: section.text('masterLabel') ?? '' }];
    })
  );
  return new Map(columns);
}

function standardType(name: string, type: StandardType, schema: Schema): ReportType {
  const place: Place = { file: '(standard)', what: `report type ${name}` };
  const tables: Table[] = [];
  for (const relationship of type.tables) {
    const parent = tables.at(-1);
    const child = parent?.object.child(relationship);
    const object = schema.object(child ? child.childObject : relationship)!;
    const link = child ? object.field(child.field)! : null;
    tables.push({ path: parent ? `${parent.path}.${relationship}` : object.name, object, link, outer: false });
  }
  const offer = (column: string, table: number, path: string): [string, OfferedColumn] => [
    column,
    { name: column, table, path, label: null, section: tables[table].object.label }
  ];
  const standard = Object.entries(type.columns).map(([column, [table, path]]) => offer(column, table, path));
  const custom = tables.flatMap(({ object }, table) =>
    [...object.fields.values()]
      .filter((field) => field.custom || object.custom)
      .map((field) => offer(`${object.name}.${field.name}`, table, field.name))
  );
  return {
    name,
    label: type.label,
    description: null,
    category: type.category,
    standard: true,
    place,
    tables,
    columns: new Map([...custom, ...standard])
  };
}
