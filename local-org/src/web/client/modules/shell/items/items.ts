import { LightningElement, api, wire } from 'lwc';
import type { ItemModel, PageModel } from '../../../../site/model.js';
import { getFieldValue, getRecord, type UiRecord } from '../../../platform/uiRecordApi.js';
import { isVisible, visibilityFields } from '../../../runtime/visibility.js';
import type { WireValue } from '../../../runtime/wire.js';

/** Standard components that only the mobile app draws. */
const MOBILE_ONLY: readonly string[] = ['force:recordDetailPanelMobile'];

/** The components of one region or facet, one below the other, those whose visibility rules hold. */
export default class Items extends LightningElement {
  @api items: readonly ItemModel[] = [];
  @api page!: PageModel;
  @api recordId?: string;
  @api objectApiName?: string;

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$ruleFields' })
  record?: WireValue<UiRecord>;

  get ruleFields(): string[] | undefined {
    const fields = this.items.flatMap((item) => visibilityFields(item.visibility)).map((field) => `${this.objectApiName}.${field}`);
    return fields.length > 0 ? fields : undefined;
  }

  get visible(): ItemModel[] {
    const waiting = this.ruleFields !== undefined && !this.record?.data;
    return this.items.filter((item) => {
      if (MOBILE_ONLY.includes(item.component ?? '')) return false;
      if (!item.visibility) return true;
      if (waiting && visibilityFields(item.visibility).length > 0) return false;
      return isVisible(item.visibility, (field) => getFieldValue(this.record?.data, `${this.objectApiName}.${field}`));
    });
  }
}
