import type { ObjectBehaviour } from '../data/index.js';
import { idsOf, textOf } from './text.js';

export const supportCase: ObjectBehaviour = {
  objects: ['Case'],
  beforeSave(rows, dml) {
    const contacts = dml.byIds(
      'Contact',
      idsOf(
        rows.map((row) => row.record),
        'ContactId'
      )
    );
    const set = dml.org.metadata?.standardValueSets.find((one) => one.name === 'CaseStatus');
    for (const row of rows) {
      const { values } = row.record;
      const status = textOf(row.record, 'Status')?.toLowerCase();
      const entry = set?.element.all('standardValue').find((value) => value.text('fullName')?.toLowerCase() === status);
      const closed = entry ? entry.flag('closed') : status === 'closed';
      values.set('IsClosed', closed);
      values.set('ClosedDate', closed ? (values.get('ClosedDate') ?? dml.now) : null);
      const contact = contacts.get(textOf(row.record, 'ContactId') ?? '');
      if (contact && row.changes('ContactId') && textOf(row.record, 'AccountId') === null)
        values.set('AccountId', textOf(contact, 'AccountId'));
      values.set('ContactPhone', textOf(contact, 'Phone'));
      values.set('ContactMobile', textOf(contact, 'MobilePhone'));
      values.set('ContactEmail', textOf(contact, 'Email'));
      values.set('ContactFax', textOf(contact, 'Fax'));
    }
  }
};
