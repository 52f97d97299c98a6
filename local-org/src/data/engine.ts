import type { DmlEngine, DmlKind, DmlOptions, LeadConversion, LeadConversionResult, RowResult } from '../org/contracts.js';
import { tx } from '../org/transaction.js';
import type { ObjectInfo } from '../schema/model.js';
import { raise, raiseNull, SObject } from '../values/index.js';
import { checkAccess, inaccessibleMessage } from './access.js';
import type { Behaviours } from './behaviour.js';
import { Dml, type DmlOrg, type Nested } from './dml.js';
import { dmlException, plainDmlException, RowsFailed } from './errors.js';
import { mergeRecords } from './merge.js';
import { publishEvents } from './publish.js';
import { purge } from './recycleBin.js';
import { deleteStep, undeleteStep } from './remove.js';
import { Row } from './row.js';
import { insertStep, runChunk, updateStep } from './save.js';
import { nextSavepoint } from './savepoints.js';
import { isSetup, refuseMixed } from './setup.js';
import { resolveUpsert } from './upsert.js';

/** Rows that go through triggers together (Apex Developer Guide, "Bulk DML"), and what a data load takes at once. */
const CHUNK = 200;
const LOAD_CHUNK = 2000;
/** Apex Developer Guide, "Creating Records": lists of several object types are split into at most this many chunks. */
const MAX_CHUNKS = 10;

/** Converts a lead inside the statement: what the platform's lead conversion does, given by platform/. */
export type ConvertLead = (dml: Dml, conversion: LeadConversion, row: Row) => Omit<LeadConversionResult, keyof RowResult>;

export class Engine implements DmlEngine {
  constructor(
    private readonly org: DmlOrg,
    private readonly behaviours: Behaviours,
    private readonly convert: ConvertLead
  ) {}

  execute(kind: DmlKind, records: readonly SObject[], options: DmlOptions): RowResult[] {
    if (records.some((record) => record === null || record === undefined)) raiseNull();
    if (records.length === 0) return [];
    if (kind !== 'publish' && !options.load) {
      const { limits } = tx();
      limits.count('DmlStatements');
      limits.count('DmlRows', records.length);
    }
    refuseRepeated(kind, records);
    const rows = records.map((record, index) => new Row(index, record));
    const work = (): void => this.perform(this.dml(kind, options), kind, rows);
    this.atomic(kind, rows, options, work);
    return rows.map((row) => row.result());
  }

  merge(master: SObject, duplicates: readonly SObject[], options: DmlOptions): RowResult {
    const { limits } = tx();
    limits.count('DmlStatements');
    limits.count('DmlRows', duplicates.length + 1);
    const row = new Row(0, master);
    this.atomic('merge', [row], options, () => {
      const dml = this.dml('update', { ...options, allOrNone: true });
      mergeRecords(dml, row, duplicates);
      if (row.failed) throw new RowsFailed();
    });
    return row.result();
  }

  convertLead(conversion: LeadConversion, options: DmlOptions): LeadConversionResult {
    tx().limits.count('DmlRows');
    const lead = this.org.schema.object('Lead');
    if (!lead) raise('TypeException', 'Leads are not part of this org.');
    const row = new Row(0, leadRequest(lead, conversion.leadId));
    let made: Omit<LeadConversionResult, keyof RowResult> = {
      leadId: conversion.leadId,
      accountId: null,
      contactId: null,
      opportunityId: null
    };
    this.atomic('convertLead', [row], options, () => {
      const dml = this.dml('update', { ...options, allOrNone: true });
      const result = this.convert(dml, conversion, row);
      if (row.failed) throw new RowsFailed();
      made = result;
    });
    return { ...row.result(), ...made };
  }

  /** Database.emptyRecycleBin: whether each record was there. */
  emptyRecycleBin(ids: readonly string[]): boolean[] {
    const { limits } = tx();
    limits.count('DmlStatements');
    limits.count('DmlRows', ids.length);
    const gone = purge(this.dml('delete', SYSTEM), ids);
    return ids.map((id) => gone.has(id));
  }

  private dml(kind: DmlKind, options: DmlOptions, system = false): Dml {
    const nested: Nested = (nestedKind, records) => {
      const rows = records.map((record, index) => new Row(index, record));
      try {
        this.perform(this.dml(nestedKind, { ...SYSTEM, load: options.load ?? false }, true), nestedKind, rows);
      } catch (error) {
        throw error instanceof RowsFailed ? new NestedFailure(rows) : error;
      }
      for (const row of rows) row.request.values.set('Id', row.id);
    };
    return new Dml(this.org, options, kind, this.behaviours, nested, system);
  }

  /** Everything, or nothing when it throws; the caller's new records lose their ids with it. */
  private atomic(kind: DmlKind | 'merge' | 'convertLead', rows: readonly Row[], options: DmlOptions, work: () => void): void {
    const savepoint = nextSavepoint();
    const { store, access } = this.org;
    const setup = rows.some((row) => row.request.info && isSetup(row.request.info));
    store.savepoint(savepoint);
    let done = false;
    try {
      tx().limits.outsideCpu(work);
      done = true;
    } catch (error) {
      if (error instanceof NestedFailure)
        for (const row of rows) if (!row.failed) row.errors.push(...error.rows.flatMap((inner) => inner.errors));
      if (!(error instanceof RowsFailed)) throw error;
      if (options.allOrNone) throw this.failure(kind, rows);
    } finally {
      if (!done) store.rollbackTo(savepoint);
      store.release(savepoint);
      if (setup) access.invalidate();
    }
    for (const row of rows) if (!row.failed && row.id !== null && row.request.id === null) row.request.values.set('Id', row.id);
  }

  private failure(kind: DmlKind | 'merge' | 'convertLead', rows: readonly Row[]): Error {
    const exception = dmlException(kind, rows);
    const [first] = exception.details;
    const object = rows[first.index]?.request.typeName ?? '';
    // User mode tells inaccessible fields without the usual beginning.
    return first.message === inaccessibleMessage(object) ? plainDmlException(first.message, exception.details) : exception;
  }

  private perform(dml: Dml, kind: DmlKind, rows: readonly Row[]): void {
    if (kind === 'publish') {
      publishEvents(dml, rows);
      return;
    }
    const groups = groupByObject(rows);
    if (groups.length > MAX_CHUNKS && !dml.load) {
      raise('TypeException', 'Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.');
    }
    for (const { object, members } of groups) {
      if (!dml.system) refuseObject(kind, object);
      if (!dml.load && !dml.system) refuseMixed(kind, object, members);
      const size = dml.load ? LOAD_CHUNK : CHUNK;
      for (let start = 0; start < members.length; start += size) this.chunk(dml, kind, object, members.slice(start, start + size));
    }
    dml.settle();
  }

  private chunk(dml: Dml, kind: DmlKind, object: ObjectInfo, rows: readonly Row[]): void {
    for (const row of rows) checkId(kind, row);
    switch (kind) {
      case 'insert':
        return this.stage(dml, object, 'insert', rows);
      case 'update':
        return this.stage(dml, object, 'update', rows);
      case 'delete':
        return this.stage(dml, object, 'delete', rows);
      case 'undelete':
        return this.stage(dml, object, 'undelete', rows);
      case 'upsert': {
        const { inserts, updates } = resolveUpsert(dml, object, rows);
        this.stage(dml, object, 'insert', inserts);
        this.stage(dml, object, 'update', updates);
        return;
      }
      default:
        throw new Error(`No chunks in ${kind}.`);
    }
  }

  private stage(dml: Dml, object: ObjectInfo, change: 'insert' | 'update' | 'delete' | 'undelete', rows: readonly Row[]): void {
    if (rows.length === 0) return;
    dml.store.ensure(object);
    checkAccess(
      dml,
      object,
      change,
      rows.filter((row) => !row.failed)
    );
    if (dml.options.allOrNone && rows.some((row) => row.failed)) throw new RowsFailed();
    const steps = { insert: insertStep, update: updateStep, delete: deleteStep, undelete: undeleteStep };
    runChunk(
      dml,
      object,
      rows.filter((row) => !row.failed),
      steps[change](dml, object)
    );
  }
}

/** DML that a statement did as a part of itself failed: its errors are the statement's. */
class NestedFailure extends RowsFailed {
  constructor(readonly rows: readonly Row[]) {
    super();
  }
}

const SYSTEM: DmlOptions = { allOrNone: true, accessLevel: 'SYSTEM_MODE', enforceSharing: false };

function leadRequest(lead: ObjectInfo, id: string): SObject {
  const request = new SObject(lead);
  request.values.set('Id', id);
  return request;
}

/** Consecutive records of one object form a group. */
function groupByObject(rows: readonly Row[]): { readonly object: ObjectInfo; readonly members: Row[] }[] {
  const groups: { object: ObjectInfo; members: Row[] }[] = [];
  for (const row of rows) {
    const object = row.request.info;
    if (!object) raise('TypeException', `DML not allowed on ${row.request.typeName}`);
    const last = groups[groups.length - 1];
    if (last && last.object === object) last.members.push(row);
    else groups.push({ object, members: [row] });
  }
  return groups;
}

/** One record, or one id, can't be twice in a list. */
function refuseRepeated(kind: DmlKind, records: readonly SObject[]): void {
  if (kind === 'publish' || records.length === 1) return;
  if (kind === 'insert' || kind === 'upsert') {
    if (new Set(records).size < records.length)
      raise('ListException', 'Before Insert or Upsert list must not have two identically equal elements');
  }
  const ids = new Set<string>();
  for (const { id } of records) {
    if (id === null) continue;
    if (ids.has(id)) raise('ListException', `Duplicate id in list: ${id}`);
    ids.add(id);
  }
}

/** Custom metadata is changed by deployment only; what can't be created, changed or deleted at all says so as the platform does. */
function refuseObject(kind: DmlKind, object: ObjectInfo): void {
  const able =
    kind === 'insert'
      ? object.createable
      : kind === 'delete'
        ? object.deletable
        : kind === 'undelete'
          ? object.undeletable
          : object.updateable || object.createable;
  if (object.kind === 'customMetadata' || object.kind === 'changeEvent' || !able) {
    raise('TypeException', `DML operation ${kind[0].toUpperCase()}${kind.slice(1)} not allowed on ${object.name}`);
  }
}

function checkId(kind: DmlKind, row: Row): void {
  const { id } = row.request;
  if (kind === 'insert' && id !== null) row.fail('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']);
  if (kind !== 'insert' && kind !== 'upsert' && id === null) {
    row.fail('MISSING_ARGUMENT', `Id not specified in ${kind === 'update' || kind === 'undelete' ? 'an' : 'a'} ${kind} call`);
  }
}
