import type { Org, RunningUser } from '../../org/contracts.js';
import type { ObjectInfo } from '../../schema/index.js';
import { SObject, toText } from '../../values/index.js';
import { nameField, type FieldModel, type LayoutModel, type ListModel, type ListRow, type RelatedListModel } from '../../web/index.js';
import type { Context } from '../context.js';
import { ApiError, notFound } from '../errors.js';
import { displayText, toJson } from '../json/fieldJson.js';
import { fieldModels } from './fieldModels.js';

const USER_MODE = { accessLevel: 'USER_MODE', enforceSharing: true } as const;
const MAXIMUM = 2000;

export interface ListRequest {
  readonly sort?: string;
  readonly direction?: string;
  readonly search?: string;
  readonly limit?: string;
}

/** An object that the user can read, or an error as the UI API has it. */
export function readableObject(org: Org, user: RunningUser, name: string): ObjectInfo {
  const object = org.schema.object(name);
  if (!object) throw new ApiError(404, 'NOT_FOUND', `Object [${name}] not found`);
  if (!org.access.canObject(user, object, 'read'))
    throw new ApiError(403, 'INSUFFICIENT_ACCESS', `You don't have access to ${object.labelPlural}.`);
  return object;
}

export function layoutOf(context: Context, user: RunningUser, objectName: string): LayoutModel {
  const { org } = context.host;
  const object = readableObject(org, user, objectName);
  const layout = context.layouts.of(object);
  const pathField = layout.path ? object.field(layout.path) : undefined;
  return {
    object: object.name,
    fields: fieldModels(
      org,
      user,
      object,
      [...object.fields.values()].map((field) => field.name)
    ),
    compactFields: fieldModels(org, user, object, layout.compact),
    sections: layout.sections.map((section) => ({
      label: section.label,
      columns: section.columns.map((column) => fieldModels(org, user, object, column))
    })),
    relatedLists: relatedLists(context, user, object),
    path: pathField?.picklist
      ? { field: pathField.name, values: pathField.picklist.filter((value) => value.active).map(({ value, label }) => ({ value, label })) }
      : null,
    rights: {
      create: object.createable && org.access.canObject(user, object, 'create'),
      edit: object.updateable && org.access.canObject(user, object, 'edit'),
      delete: object.deletable && org.access.canObject(user, object, 'delete')
    }
  };
}

/** Children that are worth a list, in this order; the project's own objects come before the platform's everyday ones. */
const STANDARD_CHILDREN = [
  'CampaignMember',
  'CampaignMemberStatus',
  'Campaign',
  'Opportunity',
  'Contact',
  'Case',
  'Lead',
  'Task',
  'Event',
  'Asset',
  'OpportunityLineItem',
  'OpportunityContactRole'
];
const CUSTOM_PLACE = 1.5;

function relatedLists(context: Context, user: RunningUser, object: ObjectInfo): RelatedListModel[] {
  const { org } = context.host;
  const lists = object.children.flatMap((relationship) => {
    const child = org.schema.object(relationship.childObject);
    if (!relationship.name || !child || !child.queryable || (child.kind !== 'custom' && !STANDARD_CHILDREN.includes(child.name))) return [];
    if (!org.access.canObject(user, child, 'read')) return [];
    const names = context.layouts.of(child).list.filter((name) => name !== relationship.field);
    const own = child.fields.get(relationship.field.toLowerCase());
    return [
      {
        name: relationship.name,
        label: own?.custom === false && child.name === object.name ? `Child ${child.labelPlural}` : child.labelPlural,
        object: child.name,
        field: relationship.field,
        columns: fieldModels(org, user, child, names).slice(0, 4)
      }
    ];
  });
  const place = ({ object: name }: RelatedListModel): number =>
    STANDARD_CHILDREN.includes(name) ? STANDARD_CHILDREN.indexOf(name) : CUSTOM_PLACE;
  return lists.sort((a, b) => place(a) - place(b));
}

export function listOf(context: Context, user: RunningUser, objectName: string, request: ListRequest): ListModel {
  const { org } = context.host;
  const object = readableObject(org, user, objectName);
  return select(org, object, fieldModels(org, user, object, context.layouts.of(object).list), '', request);
}

export function relatedListOf(
  context: Context,
  user: RunningUser,
  recordId: string,
  relationshipName: string,
  request: ListRequest
): ListModel {
  const { org } = context.host;
  const parent = org.schema.objectByPrefix(recordId.slice(0, 3));
  const list =
    parent && relatedLists(context, user, parent).find((candidate) => candidate.name.toLowerCase() === relationshipName.toLowerCase());
  if (!list || !/^\w{15,18}$/.test(recordId)) throw notFound();
  return select(org, readableObject(org, user, list.object), list.columns, `${list.field} = '${recordId}'`, request);
}

function select(org: Org, object: ObjectInfo, columns: readonly FieldModel[], condition: string, request: ListRequest): ListModel {
  const name = nameField(object);
  const search = (request.search ?? '').trim();
  const conditions = [condition, search ? `${name} LIKE '%${escapeLike(search)}%'` : ''].filter(Boolean).join(' AND ');
  const where = conditions ? ` WHERE ${conditions}` : '';
  const sort = columns.find((column) => column.name === request.sort)?.name ?? columns.find((column) => column.name === name)?.name ?? 'Id';
  const direction = request.direction === 'desc' ? 'desc' : 'asc';
  const limit = Math.min(Math.max(Number(request.limit ?? 50) || 50, 1), MAXIMUM);
  const fields = [...new Set(['Id', ...columns.flatMap((column) => [column.name, ...reference(column)])])];
  const rows = org.queries.query(
    `SELECT ${fields.join(', ')} FROM ${object.name}${where} ORDER BY ${sort} ${direction.toUpperCase()} NULLS LAST, Id LIMIT ${limit}`,
    USER_MODE
  );
  return {
    columns,
    rows: (rows.items as SObject[]).map((row) => listRow(org, object, row, columns)),
    total: org.queries.count(`SELECT COUNT() FROM ${object.name}${where}`, USER_MODE),
    sort,
    direction
  };
}

function reference(column: FieldModel): string[] {
  return column.relationshipName && column.referenceName && column.referenceName !== 'Id'
    ? [`${column.relationshipName}.${column.referenceName}`]
    : [];
}

function listRow(org: Org, object: ObjectInfo, row: SObject, columns: readonly FieldModel[]): ListRow {
  const cells = columns.map((column) => {
    const field = object.field(column.name)!;
    const value = row.values.get(field.name) ?? null;
    const parent = column.relationshipName ? row.values.get(column.relationshipName) : undefined;
    const parentName = parent instanceof SObject && column.referenceName ? parent.values.get(column.referenceName) : undefined;
    const text = parentName !== undefined && parentName !== null ? toText(parentName) : displayText(field, value);
    const linked = typeof value === 'string' && field.type === 'reference' && org.schema.objectByPrefix(value.slice(0, 3)) !== undefined;
    return [column.name, { value: toJson(value), text, recordId: linked ? value : null }] as const;
  });
  return { id: row.id!, cells: Object.fromEntries(cells) };
}

/** A text for the inside of `LIKE '%…%'`. */
function escapeLike(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/[%_]/g, '\\$&');
}
