import { isStored, quoted } from '../store/index.js';
import type { FieldInfo, ObjectInfo } from '../schema/model.js';
import { UnsupportedFeature } from '../values/index.js';
import type { Scope, Table } from './scope.js';
import { formulaSql } from './formulas.js';

/** The SQL of a field: its column, or how it is worked out from others. */
export function fieldSql(field: FieldInfo, table: Table, scope: Scope): string {
  if (field.formula !== null) return formulaSql(field, table, scope);
  if (!isStored(field)) throw new UnsupportedFeature(`the compound field ${table.object.name}.${field.name} in SOQL; query its parts`);
  const nameParts = personName(field, table.object);
  if (nameParts) return personNameSql(nameParts, table.alias);
  const column = `${table.alias}.${quoted(field.name)}`;
  // A checkbox is never empty: a column that was added later counts as not checked, as does that of a parent there is not.
  return field.type === 'boolean' ? `coalesce(${column}, 0)` : column;
}

/**
 * The Name of people is made of its parts and follows them (Object Reference, "Contact": "Concatenation of FirstName, MiddleName, LastName, and
 * Suffix"). Other objects that show a person's name, such as CampaignMember, keep it themselves.
 */
function personName(field: FieldInfo, object: ObjectInfo): string[] | null {
  if (!field.nameField || !['Contact', 'Lead', 'User'].includes(object.name)) return null;
  const parts = ['FirstName', 'MiddleName', 'LastName', 'Suffix'].filter((name) => object.field(name));
  return parts.includes('LastName') ? parts : null;
}

function personNameSql(parts: readonly string[], alias: string): string {
  const joined = parts.map((part) => `coalesce(' ' || ${alias}.${quoted(part)}, '')`).join(' || ');
  return `nullif(ltrim(${joined}), '') COLLATE NOCASE`;
}
