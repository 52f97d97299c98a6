import { isExactText, quoted } from '../store/index.js';
import type { FieldApexType, FieldInfo, ObjectInfo } from '../schema/model.js';
import type { Context } from './context.js';
import { noSuchColumn, noSuchParent, SoqlError } from './errors.js';
import { fieldSql } from './fieldSql.js';

/** Something that has a value in a row: its SQL, free of parameters, and what kind of value that is. */
export interface Typed {
  readonly sql: string;
  readonly type: FieldApexType;
  /** Text that is compared exactly, such as ids. */
  readonly exact: boolean;
  /** Named in error messages. */
  readonly name: string;
  readonly field: FieldInfo | null;
}

export interface Table {
  readonly object: ObjectInfo;
  readonly alias: string;
}

export type Purpose = 'select' | 'filter';

/** At most five levels from child to parent (SOQL and SOSL Reference, "Understanding Relationship Query Limitations"). */
const MAX_PARENTS = 5;

/** The tables of one FROM clause: the root and the parents that the query's paths walk to, each joined once. */
export class Scope {
  readonly root: Table;
  private readonly joins = new Map<string, Table>();
  private readonly joinSql: string[] = [];

  constructor(
    readonly context: Context,
    object: ObjectInfo,
    private readonly prefix: string | null = null,
    private readonly aliases: ReadonlyMap<string, readonly string[]> = new Map()
  ) {
    this.root = { object: context.table(object), alias: context.alias() };
  }

  /** The FROM clause's content; complete only when all paths were resolved. */
  get from(): string {
    return [`${quoted(this.root.object.name)} ${this.root.alias}`, ...this.joinSql].join(' ');
  }

  /** A path without the query's own aliases: `a.Name` and `Account.Name` in a query on `Account a` are `Name`. */
  normalize(parts: readonly string[]): readonly string[] {
    if (parts.length < 2) return parts;
    const [first, ...rest] = parts as [string, ...string[]];
    const key = first.toLowerCase();
    const parent = this.aliases.get(key);
    if (parent) return this.normalize([...parent, ...rest]);
    if (key === this.prefix?.toLowerCase()) return rest;
    if (key === this.root.object.name.toLowerCase() && !this.root.object.relationship(first)) return rest;
    return parts;
  }

  /** The column at the end of a path; joins what lies between. */
  resolve(path: readonly string[], purpose: Purpose): Typed {
    const parts = this.normalize(path);
    this.context.use(this.root.object, null, purpose);
    if (parts.length > MAX_PARENTS + 1) {
      throw new SoqlError(
        'SOQL statements cannot query parent relationships more than 5 levels away from the root entity object.',
        parts[0]
      );
    }
    return this.resolveFrom(this.root, parts, purpose);
  }

  /** Runs work that reads fields on the platform's behalf. */
  unchecked<T>(work: () => T): T {
    return this.context.unchecked(work);
  }

  /** The same from any of the tables; formula fields of parents start there. */
  resolveFrom(start: Table, parts: readonly string[], purpose: Purpose): Typed {
    let table = start;
    for (let i = 0; i < parts.length - 1; i++) {
      const reference = parentReference(table.object, parts[i]);
      const targets = this.targets(reference);
      if (targets.length !== 1) return this.polymorphic(table, reference, targets, parts.slice(i + 1), purpose);
      table = this.join(table, reference, targets[0]);
      this.context.use(table.object, null, purpose);
    }
    return this.column(table, parts[parts.length - 1], purpose);
  }

  /** Objects of this org that a reference may point to. */
  targets(reference: FieldInfo): ObjectInfo[] {
    return reference.referenceTo.map((name) => this.context.schema.object(name)).filter((object) => object !== undefined);
  }

  column(table: Table, name: string, purpose: Purpose): Typed {
    const field = table.object.field(name);
    if (!field) throw noSuchColumn(name, table.object.name);
    this.context.use(table.object, field, purpose);
    return typed(fieldSql(field, table, this), field);
  }

  /** A parent's table, joined on first use. */
  join(table: Table, reference: FieldInfo, target: ObjectInfo): Table {
    const key = `${table.alias}.${reference.name}`;
    let joined = this.joins.get(key);
    if (!joined) {
      joined = { object: this.context.table(target), alias: this.context.alias() };
      this.joins.set(key, joined);
      this.joinSql.push(
        `LEFT JOIN ${quoted(target.name)} ${joined.alias} ON ${joined.alias}."Id" = ${table.alias}.${quoted(reference.name)}`
      );
    }
    return joined;
  }

  /**
   * A path over a reference to several objects: for each, a look-up that runs only where the key is one of that object's. SOQL sees the
   * parent as the object Name, whose Type is the parent's object (SOQL and SOSL Reference, "Understanding Polymorphic Keys and Relationships").
   */
  polymorphic(table: Table, reference: FieldInfo, targets: readonly ObjectInfo[], rest: readonly string[], purpose: Purpose): Typed {
    const key = `${table.alias}.${quoted(reference.name)}`;
    const branches: string[] = [];
    let found: Typed | null = null;
    const isType = rest.length === 1 && rest[0].toLowerCase() === 'type';
    for (const target of targets) {
      if (!target.keyPrefix) continue;
      if (isType) {
        branches.push(`WHEN '${target.keyPrefix}' THEN '${target.name}'`);
        continue;
      }
      const inner = new Scope(this.context, target);
      let column: Typed;
      try {
        column = inner.resolve(rest, purpose);
      } catch (error) {
        if (error instanceof SoqlError) continue;
        throw error;
      }
      found ??= column;
      branches.push(`WHEN '${target.keyPrefix}' THEN (SELECT ${column.sql} FROM ${inner.from} WHERE ${inner.root.alias}."Id" = ${key})`);
    }
    if (!found && !isType) throw noSuchColumn(rest[0], 'Name');
    const sql = branches.length ? `(CASE substr(${key}, 1, 3) ${branches.join(' ')} END)` : 'NULL';
    if (!found) return { sql, type: 'String', exact: false, name: 'Type', field: null };
    return { ...found, sql: found.type === 'String' && !found.exact ? `${sql} COLLATE NOCASE` : sql };
  }
}

export function parentReference(object: ObjectInfo, name: string): FieldInfo {
  const reference = object.relationship(name);
  if (!reference) throw noSuchParent(name);
  return reference;
}

export function typed(sql: string, field: FieldInfo): Typed {
  return { sql, type: field.apexType, exact: isExactText(field), name: field.name, field };
}
