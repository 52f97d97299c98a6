import RecordEditForm from 'lightning/recordEditForm';

/** `lightning-record-view-form`: the output fields inside it show a record. */
export default class RecordViewForm extends RecordEditForm {}
