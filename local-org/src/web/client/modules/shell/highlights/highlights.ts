import { LightningElement, api, wire } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import QuickAction from 'shell/quickAction';
import RecordForm from 'shell/recordForm';
import type { FieldModel, ItemModel, LayoutModel, QuickActionModel } from '../../../../site/model.js';
import { deleteRecord, getRecord, type UiRecord } from '../../../platform/uiRecordApi.js';
import { bootstrap } from '../../../runtime/bootstrap.js';
import { errorText } from '../../../runtime/errors.js';
import { recordFields, valueText } from '../../../runtime/fields.js';
import { getLayout } from '../../../runtime/layouts.js';
import { go } from '../../../runtime/router.js';
import { toast } from '../../../runtime/toasts.js';
import { invokeHeadless } from '../../../runtime/quickActions.js';
import type { WireValue } from '../../../runtime/wire.js';

interface Action {
  readonly value: string;
  readonly label: string;
}

/** How many actions are buttons; the rest is in the menu behind them. */
const BUTTONS = 3;

/** `force:highlightsPanel`: what the record is, its most important fields, and what can be done with it. */
export default class Highlights extends LightningElement {
  @api item?: ItemModel;
  @api page?: unknown;
  @api recordId!: string;
  @api objectApiName!: string;

  @wire(getLayout, { objectApiName: '$objectApiName' })
  layout?: WireValue<LayoutModel>;

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
  record?: WireValue<UiRecord>;

  get objectLabel(): string {
    return bootstrap().objects[this.objectApiName].label;
  }

  get iconName(): string {
    return bootstrap().objects[this.objectApiName].icon;
  }

  get nameField(): string {
    return bootstrap().objects[this.objectApiName].nameField;
  }

  get title(): string {
    return valueText(this.record?.data?.fields[this.nameField]?.value);
  }

  get loaded(): boolean {
    return this.record?.data !== undefined;
  }

  get shown(): FieldModel[] {
    return (this.layout?.data?.compactFields ?? []).filter((field) => field.name !== this.nameField);
  }

  get fields(): string[] | undefined {
    return (
      this.layout?.data && [`${this.objectApiName}.${this.nameField}`, ...recordFields(this.objectApiName, this.layout.data.compactFields)]
    );
  }

  get actions(): Action[] {
    const rights = this.layout?.data?.rights;
    const own = bootstrap().quickActions.filter((action) => action.object === this.objectApiName);
    const named = this.item?.properties.actionNames?.split(',').map((name) => name.trim().replace(/^[{[]|[}\]]$/g, ''));
    const chosen = named
      ? named.map((name) => own.find((action) => action.name === name)).filter((action): action is QuickActionModel => action !== undefined)
      : own;
    return [
      ...(rights?.edit ? [{ value: 'edit', label: 'Edit' }] : []),
      ...chosen.map((action) => ({ value: action.name, label: action.label })),
      ...(rights?.delete ? [{ value: 'delete', label: 'Delete' }] : [])
    ];
  }

  get buttons(): Action[] {
    return this.actions.filter((action) => action.value !== 'delete').slice(0, BUTTONS);
  }

  get menu(): Action[] {
    return this.actions.filter((action) => !this.buttons.includes(action));
  }

  get hasMenu(): boolean {
    return this.menu.length > 0;
  }

  handleButton(event: Event): void {
    void this.perform((event.target as HTMLElement).dataset.action!);
  }

  handleMenu(event: CustomEvent<{ value: string }>): void {
    void this.perform(event.detail.value);
  }

  private async perform(action: string): Promise<void> {
    const context = { recordId: this.recordId, objectApiName: this.objectApiName };
    if (action === 'edit') {
      await RecordForm.open({ size: 'medium', label: `Edit ${this.title}`, ...context });
    } else if (action === 'delete') {
      await this.remove();
    } else {
      const quickAction = bootstrap().quickActions.find((candidate) => candidate.name === action)!;
      if (quickAction.headless) await invokeHeadless(quickAction, context);
      else await QuickAction.open({ size: 'medium', label: quickAction.label, action: quickAction, ...context });
    }
  }

  private async remove(): Promise<void> {
    const label = `Delete ${this.objectLabel}`;
    const sure = await LightningConfirm.open({ message: `Are you sure you want to delete ${this.title}?`, label, theme: 'default' });
    if (!sure) return;
    try {
      await deleteRecord(this.recordId);
      toast({ title: `${this.objectLabel} "${this.title}" was deleted.`, variant: 'success' });
      go(`/lightning/o/${this.objectApiName}/list`, true);
    } catch (error) {
      toast({ title: `${this.objectLabel} was not deleted`, message: errorText(error), variant: 'error', mode: 'sticky' });
    }
  }
}
