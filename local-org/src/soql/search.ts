import type { QueryOptions } from '../org/contracts.js';
import { hasTransaction, tx } from '../org/transaction.js';
import type { FieldInfo, ObjectInfo, Schema } from '../schema/model.js';
import { ApexList, Types } from '../values/index.js';
import type { Condition, Query } from './ast.js';
import { noSuchObject, SoqlError, unexpectedToken } from './errors.js';
import { unescape } from './operands.js';
import { parse } from './parse.js';

interface Search {
  readonly find: string | { readonly bind: string };
  readonly group: SearchGroup;
  readonly returning: readonly { readonly query: Query; readonly object: ObjectInfo }[];
}

type SearchGroup = 'ALL' | 'NAME' | 'EMAIL' | 'PHONE' | 'SIDEBAR';

const SEARCHED: Record<SearchGroup, (field: FieldInfo) => boolean> = {
  ALL: (field) => ['string', 'textarea', 'email', 'phone', 'url', 'picklist', 'combobox'].includes(field.type),
  NAME: (field) => field.nameField || ['FirstName', 'LastName'].includes(field.name),
  EMAIL: (field) => field.type === 'email',
  PHONE: (field) => field.type === 'phone',
  SIDEBAR: (field) => field.nameField || ['email', 'phone', 'string'].includes(field.type)
};

/** SOSL's shortest search term (SOQL and SOSL Reference, "FIND"). */
const MIN_TERM = 2;

/**
 * Runs a SOSL search by LIKE over the objects' text fields: a word is found at the start of any word. In tests it finds only what
 * Test.setFixedSearchResults gave, as on the platform.
 */
export function search(
  text: string,
  options: QueryOptions,
  run: (query: Query, more: Partial<QueryOptions>) => ApexList,
  schema: Schema
): ApexList {
  const parsed = parseSearch(text, schema);
  const test = hasTransaction() ? tx().test : null;
  const results = parsed.returning.map(({ query, object }) => {
    const found = test ? fixed(test.fixedSearchResults ?? [], object) : matches(term(parsed.find, options), parsed.group, object);
    const where: Condition = query.where ? { kind: 'and', operands: [found, query.where] } : found;
    return run({ ...query, where }, {});
  });
  return new ApexList(Types.list(Types.sobject('SObject')), results);
}

function fixed(ids: readonly string[], object: ObjectInfo): Condition {
  const items = ids.filter((id) => id.slice(0, 3) === object.keyPrefix).map((id) => ({ kind: 'string', raw: id }) as const);
  return { kind: 'compare', left: { kind: 'path', parts: ['Id'] }, operator: 'IN', value: { kind: 'list', items } };
}

function term(find: Search['find'], options: QueryOptions): string {
  const value = typeof find === 'string' ? find : options.bind?.(find.bind);
  if (typeof value !== 'string' || value.replaceAll(/[*?"\s]/g, '').length < MIN_TERM)
    throw new SoqlError('search term must be longer than one character');
  return value;
}

function matches(text: string, group: SearchGroup, object: ObjectInfo): Condition {
  const fields = [...object.fields.values()].filter((field) => SEARCHED[group](field) && field.formula === null && field.length <= 255);
  const words = /^".*"$/.test(text) ? [text.slice(1, -1)] : text.split(/\s+/).filter((word) => word !== '' && !/^(AND|OR)$/.test(word));
  const anyWord = /\sOR\s/.test(text);
  const each = words.map((word): Condition => ({
    kind: 'or',
    operands: fields.flatMap((field) => patterns(word).map((raw) => like(field, raw)))
  }));
  return { kind: anyWord ? 'or' : 'and', operands: each };
}

function patterns(word: string): string[] {
  const pattern = word
    .replace(/[\\%_]/g, '\\$&')
    .replaceAll('*', '%')
    .replaceAll('?', '_');
  return [`${pattern}%`, `% ${pattern}%`];
}

function like(field: FieldInfo, raw: string): Condition {
  return {
    kind: 'compare',
    left: { kind: 'path', parts: [field.name] },
    operator: 'LIKE',
    value: { kind: 'string', raw: raw.replaceAll("'", "\\'") }
  };
}

const SEARCH =
  /^\s*FIND\s+(?:'((?:[^'\\]|\\[\s\S])*)'|\{([^}]*)\}|:\s*([\w.]+))\s*(?:IN\s+(ALL|NAME|EMAIL|PHONE|SIDEBAR)\s+FIELDS\s*)?RETURNING\s+([\s\S]+?)(?:\s+WITH\s+(USER_MODE|SYSTEM_MODE))?(?:\s+LIMIT\s+(\d+|:\s*\w+))?\s*$/i;

function parseSearch(text: string, schema: Schema): Search {
  const match = SEARCH.exec(text);
  if (!match) throw unexpectedToken(text.trim().split(/\s/)[0] ?? '');
  const [, quotedTerm, braced, bind, group, returning, access, limit] = match;
  return {
    find: bind === undefined ? (braced ?? unescape(quotedTerm)) : { bind },
    group: (group?.toUpperCase() ?? 'ALL') as SearchGroup,
    returning: splitTop(returning).map((part) => returned(part, access, limit, schema))
  };
}

/** `Account(Id, Name WHERE … ORDER BY … LIMIT n)` as the query that it is. */
function returned(part: string, access: string | undefined, limit: string | undefined, schema: Schema): Search['returning'][number] {
  const [, name, body] = /^\s*(\w+)\s*(?:\(([\s\S]*)\))?\s*$/.exec(part) ?? [];
  if (!name) throw unexpectedToken(part.trim());
  const object = schema.object(name);
  if (!object) throw noSuchObject(name);
  const clause = /\b(USING|WHERE|ORDER\s+BY|LIMIT|OFFSET)\b/i.exec(body ?? '');
  const fields = (clause ? body.slice(0, clause.index) : (body ?? '')).trim() || 'Id';
  const rest = clause ? body.slice(clause.index) : '';
  const limited = limit !== undefined && !/\bLIMIT\b/i.test(rest) ? `${rest} LIMIT ${limit}` : rest;
  const query = parse(`SELECT ${fields} FROM ${name} ${limited}`);
  return { query: access ? { ...query, access: access.toUpperCase() as 'USER_MODE' | 'SYSTEM_MODE' } : query, object };
}

/** Parts between commas outside of parentheses. */
function splitTop(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')') depth--;
    else if (text[i] === ',' && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
