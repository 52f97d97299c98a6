import { LightningElement, api, wire } from 'lwc';
import type { ListModel } from '../../../../site/model.js';
import { getFieldValue, getRecord, type UiRecord } from '../../../platform/uiRecordApi.js';
import { bootstrap } from '../../../runtime/bootstrap.js';
import { getList } from '../../../runtime/layouts.js';
import type { WireValue } from '../../../runtime/wire.js';
import { valueText } from '../../../runtime/fields.js';

const SHOWN = 8;
const TYPING = 250;

/** `lightning-record-picker`: finds a record by name. Fires `change` with `{recordId}`. */
export default class RecordPicker extends LightningElement {
  @api label = '';
  @api placeholder = 'Search…';
  @api objectApiName!: string;
  @api required = false;
  @api disabled = false;
  @api fieldLevelHelp?: string;
  @api messageWhenValueMissing = 'Complete this field.';
  @api variant = 'standard';

  private recordId: string | null = null;
  private customProblem = '';
  private timer?: ReturnType<typeof setTimeout>;
  search = '';
  open = false;
  problem = '';
  at = -1;

  @api
  get value(): string | null {
    return this.recordId;
  }
  set value(id: string | null) {
    this.recordId = id || null;
  }

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$nameFields' })
  record?: WireValue<UiRecord>;

  @wire(getList, { path: '$path', search: '$search', limit: SHOWN })
  found?: WireValue<ListModel>;

  get nameField(): string {
    return bootstrap().objects[this.objectApiName]?.nameField ?? 'Name';
  }

  get nameFields(): string[] {
    return [`${this.objectApiName}.${this.nameField}`];
  }

  get path(): string | undefined {
    return this.open ? `list/${this.objectApiName}` : undefined;
  }

  get selectedName(): string {
    return valueText(getFieldValue(this.record?.data, this.nameFields[0]));
  }

  get iconName(): string {
    return bootstrap().objects[this.objectApiName]?.icon ?? 'standard:record';
  }

  get isSelected(): boolean {
    return this.recordId !== null;
  }

  get enabled(): boolean {
    return !this.disabled;
  }

  get options(): { id: string; label: string; className: string; selected: string }[] {
    return (this.found?.data?.rows ?? []).map((row, index) => ({
      id: row.id,
      label: row.cells[this.nameField]?.text ?? valueText(row.cells[this.nameField]?.value ?? row.id),
      className: `slds-media slds-listbox__option slds-listbox__option_entity ${index === this.at ? 'slds-has-focus' : ''}`,
      selected: String(index === this.at)
    }));
  }

  get nothing(): boolean {
    return this.found?.data !== undefined && this.options.length === 0;
  }

  get elementClass(): string {
    return `slds-form-element ${this.problem ? 'slds-has-error' : ''}`;
  }

  get labelClass(): string {
    return this.variant === 'label-hidden' ? 'slds-assistive-text' : 'slds-form-element__label';
  }

  get dropdownClass(): string {
    return `slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click ${this.open ? 'slds-is-open' : ''}`;
  }

  get expanded(): string {
    return String(this.open);
  }

  @api
  clearSelection(): void {
    this.recordId = null;
  }

  @api
  setCustomValidity(message: string): void {
    this.customProblem = message;
  }

  @api
  checkValidity(): boolean {
    return !this.customProblem && !(this.required && !this.recordId);
  }

  @api
  reportValidity(): boolean {
    this.problem = this.customProblem || (this.required && !this.recordId ? this.messageWhenValueMissing : '');
    return this.problem === '';
  }

  handleFocus(): void {
    this.open = true;
  }

  handleBlur(): void {
    this.open = false;
    this.at = -1;
    this.reportValidity();
  }

  handleInput(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.open = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.search = value;
      this.at = -1;
    }, TYPING);
  }

  handleKey(event: KeyboardEvent): void {
    const count = this.options.length;
    if (event.key === 'ArrowDown' && count > 0) this.at = (this.at + 1) % count;
    else if (event.key === 'ArrowUp' && count > 0) this.at = (this.at - 1 + count) % count;
    else if (event.key === 'Enter' && this.at >= 0) this.choose(this.options[this.at].id);
    else if (event.key === 'Escape' && this.open) {
      this.open = false;
      event.stopPropagation();
    } else return;
    event.preventDefault();
  }

  /** On mouse down: a click would come after the field has lost its focus and closed the list. */
  handleChoose(event: Event): void {
    event.preventDefault();
    this.choose((event.currentTarget as HTMLElement).dataset.id!);
  }

  handleClear(): void {
    this.choose(null);
  }

  private choose(recordId: string | null): void {
    this.recordId = recordId;
    this.open = false;
    this.search = '';
    this.at = -1;
    this.problem = '';
    this.dispatchEvent(new CustomEvent('change', { detail: { recordId } }));
  }
}
