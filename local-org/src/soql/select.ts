import { isStored } from '../store/index.js';
import type { FieldInfo, ObjectInfo } from '../schema/model.js';
import type { Query, SelectItem, TypeOfBranch } from './ast.js';
import type { Context } from './context.js';
import { noSuchColumn, SoqlError } from './errors.js';
import { evaluate } from './expressions.js';
import { formatter } from './format.js';
import { type Scope, parentReference, typed, type Table } from './scope.js';
import { decodeTyped, RowShape } from './shape.js';

/** FIELDS(ALL) and FIELDS(CUSTOM) are limited to this many records (SOQL and SOSL Reference, "FIELDS()"). */
const FIELDS_LIMIT = 200;

/** The SELECT list of a query for records: its columns, the shape of its rows, its sub-queries. */
export class Selection {
  readonly columns: string[] = [];
  readonly shape: RowShape;
  readonly children: Query[] = [];
  private readonly indexes = new Map<string, number>();
  private readonly seen = new Set<string>();

  constructor(
    private readonly query: Query,
    private readonly scope: Scope
  ) {
    const { root, context } = scope;
    this.shape = new RowShape(context.schema, root.object, this.column(scope.resolve(['Id'], 'filter').sql));
    context.use(root.object, null, 'select');
    for (const item of query.select) this.add(item);
  }

  /** The position of a column, which is selected once however often it is asked for. */
  column(sql: string): number {
    let index = this.indexes.get(sql);
    if (index === undefined) {
      index = this.columns.push(sql) - 1;
      this.indexes.set(sql, index);
    }
    return index;
  }

  private add(item: SelectItem): void {
    if (item.kind === 'query') {
      this.children.push(item.query);
      return;
    }
    if (item.kind === 'typeof') {
      this.typeOf(item.relationship, item.branches);
      return;
    }
    const { expression, alias } = item;
    if (expression.kind === 'call') {
      if (expression.name === 'FIELDS')
        this.allFields(expression.arguments[0]?.kind === 'path' ? expression.arguments[0].parts[0].toUpperCase() : '');
      else this.call(item);
      return;
    }
    if (alias) throw new SoqlError(`only aggregate expressions use field aliasing`, alias);
    if (expression.kind === 'constant') throw new SoqlError(`unexpected token: '${expression.text}'`, expression.text);
    const parts = this.scope.normalize(expression.parts);
    const key = parts.join('.').toLowerCase();
    if (this.seen.has(key)) throw new SoqlError(`duplicate field selected: ${parts[parts.length - 1]}`, parts[parts.length - 1]);
    this.seen.add(key);
    this.path(parts);
  }

  private call(item: SelectItem & { kind: 'expression' }): void {
    const { expression, alias } = item;
    if (expression.kind !== 'call') return;
    const inner = expression.arguments[0];
    if (expression.name === 'FORMAT' && inner) {
      const of = evaluate(inner, this.scope, 'select');
      this.shape.add(alias ?? of.name, this.column(of.sql), formatter(of, this.scope.context));
      return;
    }
    const of = evaluate(expression, this.scope, 'select');
    const parts = inner?.kind === 'path' ? this.scope.normalize(inner.parts) : [];
    // Without an alias the label stands where the field would: on the parent, when it is the parent's.
    const shape = alias || parts.length < 2 ? this.shape : this.parentShape(parts).shape;
    shape.add(alias ?? (of.field ? of.name : 'expr0'), this.column(of.sql), decodeTyped(of));
  }

  private path(parts: readonly string[]): void {
    const { scope } = this;
    if (parts.length === 1) {
      const of = scope.resolve(parts, 'select');
      this.shape.add(of.name, this.column(of.sql), decodeTyped(of));
      return;
    }
    const of = scope.resolve(parts, 'select');
    const { shape, polymorphic } = this.parentShape(parts);
    const column = this.column(of.sql);
    if (polymorphic) shape.addPolymorphic(parts[parts.length - 1], column);
    else shape.add(of.name, column, decodeTyped(of));
  }

  /** The shapes above a field; on the way down each record gets the key of its parent, as on the platform. */
  private parentShape(parts: readonly string[]): { shape: RowShape; polymorphic: boolean } {
    const { scope } = this;
    let shape = this.shape;
    let table: Table | null = scope.root;
    for (let i = 0; i < parts.length - 1; i++) {
      const upTo = parts.slice(0, i + 1);
      let target: ObjectInfo | null = null;
      if (table) {
        const reference: FieldInfo = parentReference(table.object, parts[i]);
        const targets: ObjectInfo[] = scope.targets(reference);
        if (!shape.has(reference.name)) {
          const key = scope.column(table, reference.name, 'filter');
          shape.add(reference.name, this.column(key.sql), decodeTyped(typed(key.sql, reference)));
        }
        table = targets.length === 1 ? scope.join(table, reference, targets[0]) : null;
        target = table?.object ?? null;
      }
      shape = shape.parent(parts[i], () => ({ object: target, idColumn: this.column(scope.resolve([...upTo, 'Id'], 'filter').sql) }));
    }
    return { shape, polymorphic: table === null };
  }

  /** TYPEOF: each branch's fields are read only where the parent is of its object; ELSE takes the objects not named. */
  private typeOf(relationship: readonly string[], branches: readonly TypeOfBranch[]): void {
    const { scope } = this;
    if (relationship.length !== 1) throw new SoqlError('TYPEOF over more than one relationship is not supported.', relationship[0]);
    const reference = parentReference(scope.root.object, relationship[0]);
    const targets = scope.targets(reference);
    const { shape } = this.parentShape([...relationship, 'Id']);
    const named = new Set(branches.map((branch) => branch.object?.toLowerCase()));
    for (const branch of branches) {
      const objects = targets.filter((target) =>
        branch.object ? target.name.toLowerCase() === branch.object.toLowerCase() : !named.has(target.name.toLowerCase())
      );
      if (branch.object && !objects.length && scope.context.schema.object(branch.object)) {
        throw new SoqlError(`'${branch.object}' is not a valid type for the relationship '${relationship[0]}'`, branch.object);
      }
      for (const field of branch.fields) {
        if (field.length > 1)
          throw new SoqlError(`A TYPEOF branch of the local org takes fields of the object itself, not ${field.join('.')}`, field[0]);
        const of = scope.polymorphic(scope.root, reference, objects, field, 'select');
        if (targets.length === 1) shape.add(of.name, this.column(of.sql), decodeTyped(of));
        else shape.addPolymorphic(field[0], this.column(of.sql), objects);
      }
    }
  }

  private allFields(which: string): void {
    const { limit } = this.query;
    if (!['ALL', 'STANDARD', 'CUSTOM'].includes(which)) throw noSuchColumn(which, this.scope.root.object.name);
    if (which !== 'STANDARD' && (typeof limit !== 'number' || limit > FIELDS_LIMIT)) {
      throw new SoqlError(`The SOQL FIELDS function must have a LIMIT of at most ${FIELDS_LIMIT}`, 'FIELDS');
    }
    const { object } = this.scope.root;
    for (const field of object.fields.values()) {
      if ((field.formula === null && !isStored(field)) || (which === 'STANDARD' && field.custom) || (which === 'CUSTOM' && !field.custom))
        continue;
      if (this.seen.has(field.name.toLowerCase()) || !this.readable(object, field, this.scope.context)) continue;
      this.seen.add(field.name.toLowerCase());
      this.path([field.name]);
    }
  }

  private readable(object: ObjectInfo, field: FieldInfo, context: Context): boolean {
    return context.mode === 'SYSTEM_MODE' || context.around.canReadField(object, field.name);
  }
}
