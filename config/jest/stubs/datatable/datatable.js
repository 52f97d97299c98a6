import { LightningElement, api } from 'lwc';

/** The stub of sfdx-lwc-jest lacks ariaLabel, which the real table takes as a property and puts on its table element. */
export default class Datatable extends LightningElement {
  @api ariaLabel;
  @api columns;
  @api data;
  @api draftValues;
  @api hideCheckboxColumn;
  @api keyField;
  @api renderConfig;
  @api renderMode;
  @api rowNumberOffset;
  @api selectedRows;
  @api sortedBy;
  @api sortedDirection;
}
