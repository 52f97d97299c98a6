import { LightningElement, api } from 'lwc';
import choose from '@salesforce/label/c.Import_Choose';
import columnHeading from '@salesforce/label/c.Import_Samples_Column';
import firstRowIsData from '@salesforce/label/c.Import_First_Row_Is_Data';
import fixed from '@salesforce/label/c.Import_Status_From_Fixed';
import inColumn from '@salesforce/label/c.Import_Status_From_Column';
import keyColumn from '@salesforce/label/c.Import_Key_Column';
import matchBy from '@salesforce/label/c.Import_Match_By';
import onlyHeader from '@salesforce/label/c.Import_Only_Header';
import samplesHeading from '@salesforce/label/c.Import_Samples';
import statusColumn from '@salesforce/label/c.Import_Status_Column';
import statusFrom from '@salesforce/label/c.Import_Status_From';
import statusLabel from '@salesforce/label/c.Shared_Status';
import usedAs from '@salesforce/label/c.Import_Used_As';
import values from '@salesforce/label/c.Import_Samples_Values';
import type { Mapping, MatchKey } from 'c/statusImportRules';
import { keyOptions, sampleRows, splitKey, valueOfKey, type SampleRow } from './columnOptions';

type Option = { readonly label: string; readonly value: string };

/** Step 2 of an import: what the columns are.
 *  @fires mapcolumns with a Mapping
 *  @fires toggleheader with whether the first row names the columns */
export default class StatusImportColumns extends LightningElement {
  @api setup!: Apex.StatusImportSetup;
  @api names: readonly string[] = [];
  /** The first lines with data. */
  @api samples: readonly (readonly string[])[] = [];
  @api mapping!: Mapping;
  @api hasHeader = false;

  readonly labels = {
    choose,
    columnHeading,
    firstRowIsData,
    keyColumn,
    matchBy,
    onlyHeader,
    samplesHeading,
    statusColumn,
    statusFrom,
    statusLabel,
    usedAs,
    values
  };
  readonly statusSources: readonly Option[] = [
    { label: inColumn, value: 'column' },
    { label: fixed, value: 'fixed' }
  ];

  get keyOptions(): Option[] {
    return keyOptions(this.setup);
  }

  get columnOptions(): Option[] {
    return this.names.map((label, index) => ({ label, value: String(index) }));
  }

  get statusOptions(): Option[] {
    return (this.setup.statuses ?? []).map((status) => ({ label: status, value: status }));
  }

  get key(): string {
    return valueOfKey(this.mapping);
  }

  get chosenKeyColumn(): string {
    return chosen(this.mapping.keyColumn);
  }

  get chosenStatusColumn(): string {
    return chosen(this.mapping.statusColumn);
  }

  get statusSource(): string {
    return this.isFixed ? 'fixed' : 'column';
  }

  get isFixed(): boolean {
    return this.mapping.fixedStatus !== null;
  }

  get firstRowIsData(): boolean {
    return !this.hasHeader;
  }

  get hasNothingElse(): boolean {
    return this.samples.length === 0;
  }

  get rows(): SampleRow[] {
    return sampleRows(this.names, this.samples, this.mapping);
  }

  handleFirstRow(event: CustomEvent<{ checked: boolean }>): void {
    this.dispatchEvent(new CustomEvent('toggleheader', { detail: { hasHeader: !event.detail.checked } }));
  }

  handleKey(event: CustomEvent<{ value: string }>): void {
    const { matchBy: kind, externalField } = splitKey(event.detail.value);
    this.change({ matchBy: kind as MatchKey, externalField });
  }

  handleKeyColumn(event: CustomEvent<{ value: string }>): void {
    this.change({ keyColumn: Number(event.detail.value) });
  }

  handleStatusSource(event: CustomEvent<{ value: string }>): void {
    this.change({ fixedStatus: event.detail.value === 'fixed' ? '' : null });
  }

  handleStatusColumn(event: CustomEvent<{ value: string }>): void {
    this.change({ statusColumn: Number(event.detail.value) });
  }

  handleFixedStatus(event: CustomEvent<{ value: string }>): void {
    this.change({ fixedStatus: event.detail.value });
  }

  private change(part: Partial<Mapping>): void {
    this.dispatchEvent(new CustomEvent<Mapping>('mapcolumns', { detail: { ...this.mapping, ...part } }));
  }
}

function chosen(column: number): string {
  return column < 0 ? '' : String(column);
}
