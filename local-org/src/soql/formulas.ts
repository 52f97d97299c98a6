import type { FieldInfo } from '../schema/model.js';
import type { Scope, Table } from './scope.js';

/** The SQL function that evaluates a formula field: its key, and the values of what it reads as a JSON array. */
export const FORMULA_FUNCTION = 'formula_value';

/**
 * A formula field as SQL: a call into the formula engine with the fields it reads. So formulas work wherever a column does: SELECT, WHERE,
 * ORDER BY, GROUP BY.
 */
export function formulaSql(field: FieldInfo, table: Table, scope: Scope): string {
  const { formulas } = scope.context.around;
  if (!formulas) return 'NULL';
  // What a formula reads is not subject to the user's field access, so it is resolved without noting its use.
  const values = formulas
    .references(table.object, field)
    .map((parts) => scope.unchecked(() => scope.resolveFrom(table, parts, 'filter').sql));
  const collate = field.apexType === 'String' ? ' COLLATE NOCASE' : '';
  return `${FORMULA_FUNCTION}('${table.object.name}.${field.name}', json_array(${values.join(', ')}))${collate}`;
}
