import type { ObjectBehaviour } from '../data/index.js';
import { mirrorAccounts } from './memberMirror.js';

export const account: ObjectBehaviour = {
  objects: ['Account'],
  required: ['Name'],
  afterSave(rows, dml) {
    const renamed = rows.filter((row) => row.old !== null && row.changes('Name')).map((row) => row.record.id!);
    if (renamed.length > 0) mirrorAccounts(dml, renamed);
  }
};
