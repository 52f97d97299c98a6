import company from '@salesforce/label/c.Editor_Column_Company';
import email from '@salesforce/label/c.Editor_Column_Email';
import firstResponded from '@salesforce/label/c.Editor_Column_First_Responded';
import name from '@salesforce/label/c.Editor_Column_Name';
import responded from '@salesforce/label/c.Editor_Column_Responded';
import result from '@salesforce/label/c.Editor_Column_Result';
import status from '@salesforce/label/c.Editor_Column_Status';
import type from '@salesforce/label/c.Editor_Column_Type';

const nameColumn = {
  label: name,
  fieldName: 'url',
  type: 'url',
  typeAttributes: { label: { fieldName: 'name' }, target: '_self' },
  sortable: true,
  hideDefaultActions: true
} as const;
const statusColumn = { label: status, fieldName: 'status', hideDefaultActions: true } as const;
const resultColumn = {
  label: result,
  fieldName: 'result',
  wrapText: true,
  hideDefaultActions: true,
  cellAttributes: { iconName: { fieldName: 'resultIcon' }, class: { fieldName: 'resultClass' } }
} as const;

const wideColumns = [
  nameColumn,
  { label: company, fieldName: 'companyOrAccount', hideDefaultActions: true },
  { label: email, fieldName: 'email', type: 'email', hideDefaultActions: true },
  { label: type, fieldName: 'type', initialWidth: 90, hideDefaultActions: true },
  statusColumn,
  { label: responded, fieldName: 'hasResponded', type: 'boolean', initialWidth: 110, hideDefaultActions: true },
  { label: firstResponded, fieldName: 'firstRespondedDate', type: 'date-local', initialWidth: 140, hideDefaultActions: true }
] as const;

export type Column = (typeof wideColumns)[number] | typeof resultColumn;

/** The result has a column only while there is one to show. */
export function columnsFor(isNarrow: boolean, hasResults: boolean): readonly Column[] {
  const columns: readonly Column[] = isNarrow ? [nameColumn, statusColumn] : wideColumns;
  return hasResults ? [...columns, resultColumn] : columns;
}
