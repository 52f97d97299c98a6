import LightningDatatable from 'lightning/datatable';
import statusCell from './statusCell.html';
import statusEdit from './statusEdit.html';

/** A table whose statuses are edited in place by choosing one; the column's type attribute `options` says which. */
export default class MemberDatatable extends LightningDatatable {
  static customTypes = {
    memberStatus: { template: statusCell, editTemplate: statusEdit, standardCellLayout: true, typeAttributes: ['options'] }
  };
}
