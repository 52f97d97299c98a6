import { decoder } from '../store/index.js';
import type { SqlValue } from '../org/contracts.js';
import type { FieldInfo, ObjectInfo, Schema } from '../schema/model.js';
import { SObject } from '../values/index.js';
import type { Typed } from './scope.js';

type Decode = (value: SqlValue) => unknown;

/**
 * How a row of columns becomes a record: which column fills which field, and which records hang above it. Columns of an absent
 * parent are all empty, its id among them.
 */
export class RowShape {
  private readonly steps: Step[] = [];
  private readonly parents = new Map<string, RowShape>();
  private readonly keys = new Set<string>();

  constructor(
    private readonly schema: Schema,
    /** null: a parent of several possible objects; each row's id says which. */
    readonly object: ObjectInfo | null,
    readonly idColumn: number
  ) {}

  has(key: string): boolean {
    return this.keys.has(key.toLowerCase());
  }

  /** A field under its canonical name, or a value under an alias. */
  add(key: string, column: number, decode: Decode): void {
    this.keys.add(key.toLowerCase());
    this.steps.push((row, record) => record.values.set(key, decode(row[column])));
  }

  /** A field of a parent whose object the row's id tells: it is set where that object has such a field and is one of `only`. */
  addPolymorphic(name: string, column: number, only: readonly ObjectInfo[] | null = null): void {
    this.keys.add(name.toLowerCase());
    this.steps.push((row, record) => {
      if (only && !only.includes(record.info!)) return;
      const field = record.info!.field(name);
      if (name.toLowerCase() === 'type') record.values.set('Type', row[column]);
      else if (field) record.values.set(field.name, decoder(field)(row[column]));
    });
  }

  /** The parent under a relationship, made on first use; `make` gives its object and the column of its id. */
  parent(relationship: string, make: () => { readonly object: ObjectInfo | null; readonly idColumn: number }): RowShape {
    const key = relationship.toLowerCase();
    let shape = this.parents.get(key);
    if (!shape) {
      const { object, idColumn } = make();
      const made = new RowShape(this.schema, object, idColumn);
      this.parents.set(key, (shape = made));
      this.steps.push((row, record) => {
        const name = record.info?.relationship(relationship)?.relationshipName;
        if (name) record.values.set(name, made.build(row));
      });
    }
    return shape;
  }

  build(row: readonly SqlValue[]): SObject | null {
    const id = row[this.idColumn] as string | null;
    if (id === null) return null;
    const object = this.object ?? this.schema.objectByPrefix(id.slice(0, 3));
    if (!object) return null;
    const record = new SObject(object);
    record.queried = true;
    for (const step of this.steps) step(row, record);
    if (!this.keys.has('id')) record.values.set('Id', id);
    return record;
  }
}

type Step = (row: readonly SqlValue[], record: SObject) => void;

/** Values of expressions without a field of their own are read as a field of their type would be. */
export function decodeTyped(typed: Typed): Decode {
  if (typed.field && typed.field.apexType === typed.type) return decoder(typed.field);
  const synthetic = { type: 'anyType', apexType: typed.type, precision: 0, scale: 0 } as FieldInfo;
  return decoder(synthetic);
}
