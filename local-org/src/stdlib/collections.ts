import { tx } from '../org/transaction.js';
import { ApexObject, argument, builtinType, iterate, raise, SObject, type ApexType } from '../values/index.js';

/** What iterator() of a list or set answers; in use it holds the collection against changes no more than the platform does: next() fails after one. */
export class CollectionIterator extends ApexObject {
  private index = 0;

  constructor(
    private readonly items: readonly unknown[],
    private readonly unchanged: () => boolean
  ) {
    super();
  }

  get apexType(): ApexType {
    return builtinType('Iterator');
  }

  hasNext$0(): boolean {
    return this.index < this.items.length;
  }

  next$0(): unknown {
    if (!this.unchanged()) raise('FinalException', 'Cannot modify a collection while it is being iterated.');
    if (this.index >= this.items.length) raise('NoSuchElementException', 'Iterator has no more elements.');
    return this.items[this.index++];
  }
}

/** The elements of a List, a Set or any Iterable, as an array of its own. */
export function elementsOf(source: unknown): unknown[] {
  return [...iterate(argument(source))];
}

/** What a copy of a record keeps besides its ordinary fields. */
export interface CloneOptions {
  readonly id: boolean;
  readonly timestamps: boolean;
  readonly autonumbers: boolean;
}

/** A copy of a record with its fields and relationships. */
export function cloneRecord(record: SObject, options: CloneOptions): SObject {
  const copy = new SObject(record.info);
  for (const [name, value] of record.values) {
    if (name === 'Id' && !options.id) continue;
    if (!options.timestamps && TIMESTAMPS.has(name)) continue;
    if (!options.autonumbers && record.info?.field(name)?.autoNumber) continue;
    copy.values.set(name, value);
  }
  copy.queried = record.queried;
  return copy;
}

const TIMESTAMPS: ReadonlySet<string> = new Set(['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById']);

/** Copies a record; anything else is shared, as on the platform (Apex Reference, List.deepClone). */
export function deepClone(value: unknown, options: CloneOptions): unknown {
  return value instanceof SObject ? cloneRecord(value, options) : value;
}

/** The object that the elements are declared as. */
export function sobjectInfo(element: ApexType, items: Iterable<unknown>): NonNullable<SObject['info']> | null {
  if (element.kind === 'sobject' && element.key !== 'sobject') return tx().org.schema.object(element.name) ?? null;
  for (const item of items) if (item instanceof SObject) return item.info;
  return null;
}
