import type { SqlValue, Store } from '../../org/contracts.js';
import { isStored, quoted, toSql } from '../../store/index.js';
import type { Schema } from '../../schema/model.js';
import { ApexDatetime } from '../../values/index.js';

export type SeedRow = Readonly<Record<string, unknown>> & { readonly Id: string };

/** Writes platform rows straight into their tables: system fields filled in, values checked by nobody. */
export class RowWriter {
  private readonly written = new Map<string, string>();

  constructor(
    private readonly store: Store,
    private readonly schema: Schema,
    private readonly creatorId: string,
    private readonly now: number
  ) {}

  /** Inserts, or replaces what has the same id. A row that names an object or field that the org does not have is a programming error. */
  write(object: string, rows: readonly SeedRow[]): void {
    for (const row of rows) this.writeRow(object, row);
  }

  /** The same, after all rows of the object that meet the condition were removed: for tables that mirror the project's metadata. */
  replaceAll(object: string, rows: readonly SeedRow[], condition = '1'): void {
    const info = this.schema.object(object)!;
    this.store.ensure(info);
    this.store.run(`DELETE FROM ${quoted(info.name)} WHERE ${condition}`);
    this.write(object, rows);
  }

  /** Replaces all rows of an object by many, in one statement: without system fields, values already in stored form. */
  replaceMany(object: string, columns: readonly string[], rows: readonly (readonly SqlValue[])[]): void {
    const info = this.schema.object(object)!;
    this.store.ensure(info);
    this.store.run(`DELETE FROM ${quoted(info.name)}`);
    const values = columns.map((_, index) => `value ->> ${index}`).join(', ');
    this.store.run(`INSERT INTO ${quoted(info.name)} (${columns.map(quoted).join(', ')}) SELECT ${values} FROM json_each(?)`, [
      JSON.stringify(rows)
    ]);
  }

  /** Leaves rows that exist as they are: users may have changed them. */
  writeMissing(object: string, rows: readonly SeedRow[]): void {
    const info = this.schema.object(object)!;
    this.store.ensure(info);
    const known = new Set(this.store.rows(`SELECT "Id" FROM ${quoted(info.name)}`).map(([id]) => String(id)));
    this.write(
      object,
      rows.filter((row) => !known.has(row.Id))
    );
  }

  private writeRow(object: string, row: SeedRow): void {
    const info = this.schema.object(object)!;
    const values = new Map<string, unknown>();
    for (const [name, value] of Object.entries(row)) {
      const field = info.field(name);
      if (!field) throw new Error(`A seed row names ${object}.${name}, which does not exist.`);
      values.set(field.name, value);
    }
    const moment = new ApexDatetime(this.now);
    for (const field of info.fields.values()) {
      if (!isStored(field) || values.has(field.name)) continue;
      if (field.type === 'boolean') values.set(field.name, false);
      else if (['CreatedDate', 'LastModifiedDate', 'SystemModstamp'].includes(field.name)) values.set(field.name, moment);
      else if (['CreatedById', 'LastModifiedById'].includes(field.name)) values.set(field.name, this.creatorId);
    }
    this.store.ensure(info);
    const names = [...values.keys()];
    let sql = this.written.get(`${object}:${names.join()}`);
    if (!sql) {
      sql = `INSERT OR REPLACE INTO ${quoted(info.name)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
      this.written.set(`${object}:${names.join()}`, sql);
    }
    this.store.run(
      sql,
      names.map((name) => toSql(info.field(name)!, values.get(name) ?? null))
    );
  }
}
