import type { FieldInfo, FieldType, ObjectInfo, Schema } from '../schema/index.js';
import { fail, type Place } from './errors.js';
import type { OfferedColumn, ReportType } from './types.js';

/** A column of a report, found in the schema. */
export interface Column {
  readonly name: string;
  readonly label: string;
  /** Position of its object in the report type. */
  readonly table: number;
  readonly type: FieldType;
  readonly field: FieldInfo;
  /** SOQL path of the value from the table's object; of a reference, of the name that is shown. */
  readonly path: readonly string[];
  /** SOQL path of the id of the record that the value leads to: of a reference, and of a record's own name. */
  readonly idPath: readonly string[] | null;
  /** Every field on the way, which the user has to be able to read. */
  readonly reads: readonly { readonly object: ObjectInfo; readonly field: string }[];
}

/** The column that a report names in `element`; throws where its report type does not offer it, or the schema has no such field. */
export function resolveColumn(name: string, type: ReportType, schema: Schema, place: Place, element: string): Column {
  const offered = type.columns.get(name);
  if (!offered) {
    const like = [...type.columns.keys()].slice(0, 8).join(', ');
    return fail(place, element, `report type ${type.name} has no column '${name}' (it begins with ${like}).`);
  }
  return columnOf(offered, type, schema);
}

export function columnOf(offered: OfferedColumn, type: ReportType, schema: Schema): Column {
  const { object } = type.tables[offered.table];
  const walk = new Walk(object, schema);
  const parts = offered.path.split('.');
  const problem = (part: string): never =>
    fail(type.place, 'field', `${offered.path} of ${type.tables[offered.table].path}: ${walk.object.name} has no field ${part}.`);
  for (const part of parts.slice(0, -1)) if (!walk.into(part)) problem(part);
  const last = parts[parts.length - 1];
  const field = walk.field(last) ?? problem(last);
  const base = { name: offered.name, table: offered.table, field };
  const { reads } = walk;
  if (field.type === 'reference' && field.relationshipName) {
    const nameField = referenceName(field, schema);
    const path = [...walk.path, field.relationshipName, nameField];
    return {
      ...base,
      label: offered.label ?? field.label.replace(/ ID$/, ''),
      type: 'reference',
      path,
      idPath: [...walk.path, field.name],
      reads
    };
  }
  return {
    ...base,
    label: offered.label ?? (field.nameField && !walk.object.custom ? `${walk.object.label} ${field.label}` : field.label),
    type: field.type,
    path: [...walk.path, field.name],
    idPath: field.nameField ? [...walk.path, 'Id'] : null,
    reads
  };
}

/** The field that shows a referenced record; `Name` also where it may be of several objects. */
function referenceName(field: FieldInfo, schema: Schema): string {
  if (field.referenceTo.length !== 1) return 'Name';
  const target = schema.object(field.referenceTo[0]);
  return [...(target?.fields.values() ?? [])].find((each) => each.nameField)?.name ?? (target?.field('Name') ? 'Name' : 'Id');
}

/** From object to object along lookups. */
class Walk {
  readonly path: string[] = [];
  readonly reads: { object: ObjectInfo; field: string }[] = [];

  constructor(
    public object: ObjectInfo,
    private readonly schema: Schema
  ) {}

  into(part: string): boolean {
    const reference = this.reference(part);
    const target = reference?.referenceTo.map((name) => this.schema.object(name)).find((each) => each !== undefined);
    if (!reference?.relationshipName || !target) return false;
    this.reads.push({ object: this.object, field: reference.name });
    this.path.push(reference.relationshipName);
    this.object = target;
    return true;
  }

  /** Report types name a lookup by its relationship (`Owner`) or, when it is custom, by its field (`Status_Job__c`). */
  field(part: string): FieldInfo | undefined {
    const field = this.object.field(part) ?? this.reference(part);
    if (field) this.reads.push({ object: this.object, field: field.name });
    return field;
  }

  private reference(part: string): FieldInfo | undefined {
    const own = this.object.field(part);
    return own?.type === 'reference' ? own : this.object.relationship(part);
  }
}

/** SOQL path of something of table `table` in a query on table `leaf`, which is the same or one of its descendants. */
export function soqlPath(type: ReportType, leaf: number, table: number, path: readonly string[]): string {
  const steps: string[] = [];
  for (let at = leaf; at > table; at--) steps.push(type.tables[at].link!.relationshipName!);
  return [...steps, ...path].join('.');
}
