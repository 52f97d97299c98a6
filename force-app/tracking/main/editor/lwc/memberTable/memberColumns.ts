import company from '@salesforce/label/c.Editor_Column_Company';
import email from '@salesforce/label/c.Editor_Column_Email';
import firstResponded from '@salesforce/label/c.Editor_Column_First_Responded';
import name from '@salesforce/label/c.Editor_Column_Name';
import responded from '@salesforce/label/c.Editor_Column_Responded';
import result from '@salesforce/label/c.Editor_Column_Result';
import since from '@salesforce/label/c.Editor_Column_Since';
import source from '@salesforce/label/c.Editor_Column_Source';
import status from '@salesforce/label/c.Editor_Column_Status';
import type from '@salesforce/label/c.Editor_Column_Type';

export interface StatusOption {
  readonly label: string;
  readonly value: string;
}

export interface Column {
  readonly label: string;
  readonly fieldName: string;
  readonly [attribute: string]: unknown;
}

/** A column that can be shown or hidden. */
export interface ColumnChoice {
  readonly name: string;
  readonly label: string;
}

const DATE = { year: 'numeric', month: 'short', day: 'numeric' } as const;

const nameColumn: Column = {
  label: name,
  fieldName: 'url',
  type: 'url',
  typeAttributes: { label: { fieldName: 'name' }, target: '_self' },
  sortable: true
};
const resultColumn: Column = {
  label: result,
  fieldName: 'result',
  wrapText: true,
  cellAttributes: { iconName: { fieldName: 'resultIcon' }, class: { fieldName: 'resultClass' } }
};
/** In the order of the table; the status stands between them. */
const before: readonly Column[] = [
  { label: company, fieldName: 'companyOrAccount', sortable: true },
  { label: email, fieldName: 'email', type: 'email' },
  { label: type, fieldName: 'type', initialWidth: 90 }
];
const after: readonly Column[] = [
  { label: responded, fieldName: 'hasResponded', type: 'boolean', initialWidth: 110 },
  { label: firstResponded, fieldName: 'firstRespondedDate', type: 'date-local', initialWidth: 140 },
  { label: since, fieldName: 'statusEnteredAt', type: 'date', typeAttributes: DATE, initialWidth: 150, sortable: true },
  { label: source, fieldName: 'statusSource', initialWidth: 120 }
];

/** What an order of the server is called in the table. */
const FIELD_BY_ORDER: Readonly<Record<string, string>> = {
  Name: 'url',
  CompanyOrAccount: 'companyOrAccount',
  Status: 'status',
  Status_Entered_At__c: 'statusEnteredAt'
};

export const columnChoices: readonly ColumnChoice[] = [...before, ...after].map(({ label, fieldName }) => ({ name: fieldName, label }));

/** Most of a screen's width; what is left out is a click away. */
export const usualColumns: readonly string[] = ['companyOrAccount', 'type', 'hasResponded', 'statusEnteredAt', 'statusSource'];

/** As many as can be read on a screen of a tablet. */
export const fewColumns: readonly string[] = ['companyOrAccount', 'statusEnteredAt'];

export interface ColumnSettings {
  readonly isNarrow: boolean;
  /** The result has a column only while there is one to show, and room for it: what did not succeed is listed above the table too. */
  readonly hasResults: boolean;
  /** Names of the columns to show beside name and status. */
  readonly shown: readonly string[];
  /** The statuses that a member can be given; none where it can't be changed here. */
  readonly statusOptions: readonly StatusOption[];
}

export function columnsFor({ isNarrow, hasResults, shown, statusOptions }: ColumnSettings): Column[] {
  const chosen = (columns: readonly Column[]): readonly Column[] =>
    columns.filter(({ fieldName }) => !isNarrow && shown.includes(fieldName));
  const statusColumn: Column = {
    label: status,
    fieldName: 'status',
    type: 'memberStatus',
    typeAttributes: { options: statusOptions },
    editable: statusOptions.length > 0,
    sortable: true
  };
  const columns = [nameColumn, ...chosen(before), statusColumn, ...chosen(after), ...(hasResults && !isNarrow ? [resultColumn] : [])];
  return columns.map((column) => ({ ...column, hideDefaultActions: true }));
}

export function fieldOfOrder(sortBy: string): string | undefined {
  return FIELD_BY_ORDER[sortBy];
}

export function orderOfField(fieldName: string): string | undefined {
  return Object.keys(FIELD_BY_ORDER).find((sortBy) => FIELD_BY_ORDER[sortBy] === fieldName);
}
