import usedAsKey from '@salesforce/label/c.Import_Used_As_Key';
import usedAsStatus from '@salesforce/label/c.Import_Used_As_Status';
import type { Mapping } from 'c/statusImportRules';
import { keyText } from 'c/statusImportText';

const EXTERNAL = 'ExternalId';
const SAMPLES = 3;

/** What people can be found by: every external id field is a choice of its own. */
export function keyOptions(setup: Apex.StatusImportSetup): { label: string; value: string }[] {
  const keys = (setup.keys ?? []).filter((key) => key !== EXTERNAL).map((value) => ({ label: keyText(value), value }));
  const fields = (setup.externalFields ?? []).map(({ name, label }) => ({ label: label ?? '', value: `${EXTERNAL}:${name}` }));
  return [...keys, ...fields];
}

export function valueOfKey({ matchBy, externalField }: Mapping): string {
  return matchBy === EXTERNAL ? `${EXTERNAL}:${externalField}` : matchBy;
}

export function splitKey(value: string): { matchBy: string; externalField: string | null } {
  const [matchBy = '', externalField = null] = value.split(':');
  return { matchBy, externalField };
}

export interface SampleRow {
  readonly key: number;
  readonly name: string;
  readonly values: readonly { readonly key: number; readonly text: string }[];
  readonly usedAs: string;
  readonly rowClass: string;
}

/** One row a column: its name, its first values and what it is used as. */
export function sampleRows(names: readonly string[], samples: readonly (readonly string[])[], mapping: Mapping): SampleRow[] {
  return names.map((name, column) => {
    const usedAs = useOf(column, mapping);
    const values = Array.from({ length: SAMPLES }, (_, key) => ({ key, text: samples[key]?.[column] ?? '' }));
    return { key: column, name, values, usedAs, rowClass: usedAs === '' ? '' : 'used' };
  });
}

function useOf(column: number, mapping: Mapping): string {
  if (column === mapping.keyColumn) return usedAsKey;
  return mapping.fixedStatus === null && column === mapping.statusColumn ? usedAsStatus : '';
}
