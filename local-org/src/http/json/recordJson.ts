import { parseQuery, type Query } from '@jetstreamapp/soql-parser-js';
import { ApexList, SObject } from '../../values/index.js';
import { toJson } from './fieldJson.js';

/** Which fields of a record a query asked for; records carry their id whether it was asked for or not. */
interface Shape {
  readonly fields: ReadonlySet<string>;
  readonly parents: ReadonlyMap<string, Shape>;
  readonly children: ReadonlyMap<string, Shape | null>;
}

/** Reads the shape of a query's records; null: everything that they carry (functions, TYPEOF, FIELDS()). */
export function shapeOf(soql: string): Shape | null {
  try {
    return queryShape(parseQuery(soql, { allowApexBindVariables: false }));
  } catch {
    return null;
  }
}

function queryShape(query: Pick<Query, 'fields'>): Shape | null {
  const paths: string[][] = [];
  const children = new Map<string, Shape | null>();
  for (const field of query.fields ?? []) {
    if (field.type === 'Field') paths.push([field.field]);
    else if (field.type === 'FieldRelationship') paths.push([...field.relationships, field.field]);
    else if (field.type === 'FieldSubquery') children.set(field.subquery.relationshipName.toLowerCase(), queryShape(field.subquery));
    else if (field.type === 'FieldFunctionExpression' && /^(toLabel|format|convertCurrency)$/i.test(field.functionName)) {
      const [parameter] = field.parameters;
      if (typeof parameter !== 'string') return null;
      paths.push((field.alias ?? parameter).split('.'));
    } else return null;
  }
  if (paths.some((path) => /^fields\(/i.test(path[0]))) return null;
  return { ...tree(paths), children };
}

function tree(paths: readonly (readonly string[])[]): Shape {
  const fields = new Set<string>();
  const groups = new Map<string, string[][]>();
  for (const [first, ...rest] of paths) {
    const key = first.toLowerCase();
    if (rest.length === 0) fields.add(key);
    else groups.set(key, [...(groups.get(key) ?? []), rest]);
  }
  return { fields, parents: new Map([...groups].map(([name, rest]) => [name, tree(rest)])), children: new Map() };
}

/** A record as the REST API writes it: `attributes` first, then what was asked for, nulls included. */
export function recordToJson(record: SObject, version: string, shape: Shape | null = null): Record<string, unknown> {
  const { typeName, id } = record;
  const json: Record<string, unknown> = {
    attributes: id && record.info ? { type: typeName, url: `/services/data/${version}/sobjects/${typeName}/${id}` } : { type: typeName }
  };
  for (const [name, value] of record.values) {
    const key = name.toLowerCase();
    if (value instanceof SObject) {
      if (!shape || shape.parents.has(key)) json[name] = recordToJson(value, version, shape?.parents.get(key) ?? null);
    } else if (value instanceof ApexList) {
      if (!shape || shape.children.has(key)) json[name] = childrenToJson(value, version, shape?.children.get(key) ?? null);
    } else if (!shape || shape.fields.has(key) || shape.parents.has(key)) {
      json[name] = toJson(value, 'rest');
    }
  }
  // A parent that is not there is null in the answer, and absent from the record.
  for (const name of shape?.parents.keys() ?? []) {
    const reference = record.info?.relationship(name)?.relationshipName;
    if (reference && !(reference in json)) json[reference] = null;
  }
  for (const name of shape?.children.keys() ?? []) {
    const child = record.info?.child(name)?.name;
    if (child && !(child in json)) json[child] = null;
  }
  return json;
}

function childrenToJson(list: ApexList, version: string, shape: Shape | null): unknown {
  if (list.items.length === 0) return null;
  return {
    totalSize: list.items.length,
    done: true,
    records: (list.items as SObject[]).map((record) => recordToJson(record, version, shape))
  };
}

export type { Shape };
