import type { RowError, RowResult } from '../org/contracts.js';
import type { SObject } from '../values/index.js';

/** One record on its way through a DML statement. */
export class Row {
  readonly errors: RowError[] = [];
  /** The version to be saved: writable in before triggers. */
  record!: SObject;
  /** The version in the database: of updates and deletes. */
  old: SObject | null = null;
  created = false;
  private savedId: string | null = null;
  private foundId: string | null = null;

  constructor(
    /** Place in the caller's list. */
    readonly index: number,
    /** The caller's own record, which only ever gets its Id changed. */
    readonly request: SObject
  ) {}

  get failed(): boolean {
    return this.errors.length > 0;
  }

  get id(): string | null {
    return this.savedId ?? this.foundId ?? this.request.id;
  }

  saved(id: string): void {
    this.savedId = id;
    this.created = true;
  }

  /** An upsert found the record that this row changes. */
  found(id: string): void {
    this.foundId = id;
  }

  fail(code: string, message: string, fields: readonly string[] = []): void {
    this.errors.push({ code, message, fields });
  }

  /** Whether saving changes the field: always on insert, unless the value is null. */
  changes(field: string): boolean {
    const now = this.record.values.get(field) ?? null;
    if (this.old === null) return now !== null;
    return !sameValue(now, this.old.values.get(field) ?? null);
  }

  /** Back to the start, for another attempt. */
  reset(): void {
    this.errors.length = 0;
    this.old = null;
    this.created = false;
    this.savedId = null;
  }

  result(): RowResult {
    const success = !this.failed;
    return { id: success ? this.id : (this.request.id ?? null), success, created: success && this.created, errors: [...this.errors] };
  }
}

/** Whether two field values are stored alike. Field values are primitives or immutable objects with a text or number of their own. */
function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  return plain(a) === plain(b);
}

function plain(value: object): unknown {
  if ('millis' in value) return value.millis;
  if ('days' in value) return value.days;
  if ('bytes' in value) return Buffer.from(value.bytes as Uint8Array).toString('base64');
  if ('value' in value) return Number(value.value);
  return value;
}

export function alive(rows: readonly Row[]): Row[] {
  return rows.filter((row) => !row.failed);
}
