import type { DmlOrg, ObjectBehaviour } from '../data/index.js';
import { quoted } from '../store/index.js';
import { raise } from '../values/index.js';
import { idsOf, textOf } from './text.js';

/** An entry shows its product's name and code. */
export const pricebookEntry: ObjectBehaviour = {
  objects: ['PricebookEntry'],
  beforeSave(rows, dml) {
    const products = dml.byIds(
      'Product2',
      idsOf(
        rows.map((row) => row.record),
        'Product2Id'
      )
    );
    for (const { record } of rows) {
      const product = products.get(textOf(record, 'Product2Id') ?? '');
      record.values.set('Name', textOf(product, 'Name'));
      record.values.set('ProductCode', textOf(product, 'ProductCode'));
    }
  },
  checked(rows, dml) {
    const created = rows.filter((row) => row.old === null).map((row) => row.record);
    const taken = new Set(
      dml
        .where('PricebookEntry', 'Product2Id', idsOf(created, 'Product2Id'))
        .map((entry) => `${textOf(entry, 'Pricebook2Id')}/${textOf(entry, 'Product2Id')}`)
    );
    for (const row of rows) {
      if (row.old !== null) continue;
      const key = `${textOf(row.record, 'Pricebook2Id')}/${textOf(row.record, 'Product2Id')}`;
      if (taken.has(key)) row.fail('DUPLICATE_VALUE', 'This price definition already exists in this price book');
      taken.add(key);
    }
  }
};

/** The org's one standard price book, made when it is first asked for. */
export function standardPricebookId(org: DmlOrg): string {
  const object = org.schema.object('Pricebook2');
  if (!object) return raise('TypeException', 'This org has no price books.');
  org.store.ensure(object);
  const [known] = org.store.rows(`SELECT "Id" AS i FROM ${quoted(object.name)} WHERE "IsStandard" = 1`);
  if (known) return String(known[0]);
  const id = org.store.newId(object);
  const now = Math.floor(org.clock.now() / 1000) * 1000;
  org.store.run(
    `INSERT INTO ${quoted(object.name)} ("Id", "Name", "IsActive", "IsStandard", "IsArchived", "IsDeleted", "CreatedDate", "LastModifiedDate", "SystemModstamp")
     VALUES (?, 'Standard Price Book', 1, 1, 0, 0, ?, ?, ?)`,
    [id, now, now, now]
  );
  return id;
}
