import { releaseSavepoint, rollbackToSavepoint, setSavepoint } from '../data/index.js';
import type { DmlKind, DmlOptions, RowResult } from '../org/contracts.js';
import { tx } from '../org/transaction.js';
import { ApexList, argument, BuiltinObject, builtinType, raise, raiseNull, SObject } from '../values/index.js';
import { accessMode, type ApexAccessLevel } from './accessLevel.js';
import { builtin, type BuiltinDeclaration, type Implementation } from './declare.js';
import { DmlOptionsValue } from './dmlOptions.js';
import { DmlResult, LeadConvertResult, MergeResult, resultList } from './dmlResults.js';
import type { LeadConvert } from './leadConvert.js';
import type { SObjectFieldToken } from './schemaTokens.js';

/** System.Savepoint */
class Savepoint extends BuiltinObject {
  constructor(readonly name: string) {
    super('Savepoint');
  }
}

type Setting = boolean | DmlOptionsValue | ApexAccessLevel | SObjectFieldToken | null;

/** What the arguments after the records say, in whatever order the overload has them. */
function optionsOf(settings: readonly Setting[]): DmlOptions {
  const { caller, sharing } = tx();
  let options: DmlOptions = { allOrNone: true, accessLevel: caller.accessLevel, enforceSharing: sharing === 'with' };
  for (const setting of settings) {
    if (typeof setting === 'boolean') options = { ...options, allOrNone: setting };
    else if (setting instanceof DmlOptionsValue)
      options = { ...options, allOrNone: setting.allOrNone ?? true, truncateText: setting.truncateText };
    else if (setting && 'mode' in setting) options = { ...options, accessLevel: accessMode(setting) ?? options.accessLevel };
    else if (setting && 'field' in setting) options = { ...options, externalIdField: setting.field.name };
  }
  return options;
}

/** Ids stand for records of their objects. */
function recordsOf(target: unknown): SObject[] {
  if (target === null) return raiseNull();
  const items = target instanceof ApexList ? target.items : [target];
  return items.map((item) => {
    if (item instanceof SObject) return item;
    if (item === null) return raiseNull();
    const object = tx().org.schema.objectByPrefix(String(item).slice(0, 3));
    if (!object) return raise('StringException', `Invalid id: ${String(item)}`);
    const record = new SObject(object);
    record.values.set('Id', item);
    return record;
  });
}

function execute(kind: DmlKind, target: unknown, settings: readonly Setting[]): RowResult[] {
  return tx().org.dml.execute(kind, recordsOf(target), optionsOf(settings));
}

const ONE_OR_MORE = ['SObject record', 'List<SObject> records'];
const OR_IDS = [...ONE_OR_MORE, 'Id recordId', 'List<Id> recordIds'];
const SAVE_SETTINGS = ['', 'Boolean allOrNone', 'Database.DMLOptions options'];
const PLAIN_SETTINGS = ['', 'Boolean allOrNone'];

/** All overloads of one method: every kind of target with every kind of setting, each with and without an access level. */
function overloads(
  method: string,
  kind: DmlKind,
  resultType: string,
  targets: readonly string[],
  settings: readonly string[]
): Record<string, Implementation> {
  const result: Record<string, Implementation> = {};
  for (const target of targets) {
    const many = target.startsWith('List');
    for (const setting of settings) {
      for (const access of ['', 'AccessLevel accessLevel']) {
        const parameters = [target, setting, access].filter((part) => part !== '').join(', ');
        const signature = `static ${many ? `List<${resultType}>` : resultType} ${method}(${parameters})`;
        result[signature] = (records: unknown, ...rest: Setting[]) => {
          const rows = execute(kind, records, rest);
          return many ? resultList(resultType, rows) : new DmlResult(resultType, rows[0]);
        };
      }
    }
  }
  return result;
}

function merge(master: SObject | null, duplicates: unknown, settings: readonly Setting[]): MergeResult[] {
  const others = recordsOf(duplicates);
  const row = tx().org.dml.merge(argument(master), others, optionsOf(settings));
  return others.map((other) => new MergeResult(row, row.success ? [other.id!] : []));
}

function mergeOverloads(): Record<string, Implementation> {
  const result: Record<string, Implementation> = {};
  for (const target of ['SObject duplicate', 'Id duplicateId', 'List<SObject> duplicates', 'List<Id> duplicateIds']) {
    const many = target.startsWith('List');
    for (const rest of ['', ', Boolean allOrNone', ', AccessLevel accessLevel', ', Boolean allOrNone, AccessLevel accessLevel']) {
      const type = many ? 'List<Database.MergeResult>' : 'Database.MergeResult';
      result[`static ${type} merge(SObject master, ${target}${rest})`] = (
        master: SObject | null,
        duplicates: unknown,
        ...settings: Setting[]
      ) => {
        const results = merge(master, duplicates, settings);
        return many ? new ApexList(builtinType('Database.MergeResult'), results) : results[0];
      };
    }
  }
  return result;
}

/** All conversions of a call are one statement: with allOrNone one that fails undoes the others. */
function convertLeads(conversions: readonly (LeadConvert | null)[], settings: readonly Setting[]): LeadConvertResult[] {
  const { org, limits } = tx();
  const options = optionsOf(settings);
  limits.count('DmlStatements');
  const name = 'convert_leads';
  org.store.savepoint(name);
  let done = false;
  try {
    const results = conversions.map((one) => new LeadConvertResult(org.dml.convertLead(argument(one).conversion(), options)));
    done = true;
    return results;
  } finally {
    if (!done) org.store.rollbackTo(name);
    org.store.release(name);
  }
}

function convertOverloads(): Record<string, Implementation> {
  const result: Record<string, Implementation> = {};
  for (const setting of SAVE_SETTINGS) {
    for (const access of ['', 'AccessLevel accessLevel']) {
      const rest = [setting, access]
        .filter((part) => part !== '')
        .map((part) => `, ${part}`)
        .join('');
      result[`static Database.LeadConvertResult convertLead(Database.LeadConvert leadToConvert${rest})`] = (
        one: LeadConvert | null,
        ...settings: Setting[]
      ) => convertLeads([one], settings)[0];
      result[`static List<Database.LeadConvertResult> convertLead(List<Database.LeadConvert> leadsToConvert${rest})`] = (
        list: ApexList<LeadConvert> | null,
        ...settings: Setting[]
      ) => new ApexList(builtinType('Database.LeadConvertResult'), convertLeads(argument(list).items, settings));
    }
  }
  return result;
}

function emptyRecycleBin(target: unknown): RowResult[] {
  const ids = recordsOf(target).map((record) => record.id ?? raise('DmlException', 'EmptyRecycleBin failed: Id not specified'));
  return tx()
    .org.dml.emptyRecycleBin(ids)
    .map((success, i) => ({
      id: ids[i],
      success,
      created: false,
      errors: success ? [] : [{ code: 'INVALID_ID_FIELD', message: 'The id you have requested is not in the recycle bin', fields: [] }]
    }));
}

/** EventBus.publish never throws for an event that is refused: its result says so. */
function publish(target: unknown): RowResult[] {
  return tx().org.dml.execute('publish', recordsOf(target), { ...optionsOf([]), allOrNone: false });
}

export const declarations: BuiltinDeclaration[] = [
  builtin('class Savepoint', {}),
  builtin('class Database', {
    ...overloads('insert', 'insert', 'Database.SaveResult', ONE_OR_MORE, SAVE_SETTINGS),
    ...overloads('update', 'update', 'Database.SaveResult', ONE_OR_MORE, SAVE_SETTINGS),
    ...overloads('upsert', 'upsert', 'Database.UpsertResult', ONE_OR_MORE, [
      '',
      'Boolean allOrNone',
      'Schema.SObjectField externalIdField',
      'Schema.SObjectField externalIdField, Boolean allOrNone'
    ]),
    ...overloads('delete', 'delete', 'Database.DeleteResult', OR_IDS, PLAIN_SETTINGS),
    ...overloads('undelete', 'undelete', 'Database.UndeleteResult', OR_IDS, PLAIN_SETTINGS),
    ...mergeOverloads(),
    ...convertOverloads(),
    'static Database.EmptyRecycleBinResult emptyRecycleBin(SObject record)': (record: unknown) =>
      new DmlResult('Database.EmptyRecycleBinResult', emptyRecycleBin(record)[0]),
    'static List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<SObject> records)': (records: unknown) =>
      resultList('Database.EmptyRecycleBinResult', emptyRecycleBin(records)),
    'static List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<Id> recordIds)': (ids: unknown) =>
      resultList('Database.EmptyRecycleBinResult', emptyRecycleBin(ids)),
    'static Savepoint setSavepoint()': () => new Savepoint(setSavepoint()),
    'static void rollback(Savepoint savepoint)': (savepoint: Savepoint | null) => rollbackToSavepoint(argument(savepoint).name),
    'static void releaseSavepoint(Savepoint savepoint)': (savepoint: Savepoint | null) => releaseSavepoint(argument(savepoint).name)
  }),
  builtin('class EventBus', {
    'static Database.SaveResult publish(SObject event)': (event: unknown) => new DmlResult('Database.SaveResult', publish(event)[0]),
    'static List<Database.SaveResult> publish(List<SObject> events)': (events: unknown) =>
      resultList('Database.SaveResult', publish(events))
  })
];
