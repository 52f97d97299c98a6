import type { ObjectBehaviour } from '../data/index.js';
import { ApexDecimal, ApexDouble, SObject } from '../values/index.js';
import { countHierarchy } from './campaignTotals.js';
import { idsOf } from './text.js';

/** What a new campaign gets in an org that has not changed them (Salesforce Help, "Campaign Member Statuses"). */
const DEFAULT_STATUSES = [
  { Label: 'Sent', SortOrder: 1, IsDefault: true, HasResponded: false },
  { Label: 'Responded', SortOrder: 2, IsDefault: false, HasResponded: true }
];

/** Entered amounts that the hierarchy totals. */
const TOTALLED = ['ParentId', 'NumberSent', 'ExpectedRevenue', 'BudgetedCost', 'ActualCost'];

export const campaign: ObjectBehaviour = {
  objects: ['Campaign'],
  defaults(rows) {
    for (const { record } of rows) {
      for (const field of record.info!.fields.values()) {
        if (!/^(Hierarchy)?NumberOf/.test(field.name) && !/^(Hierarchy)?Amount(All|Won)/.test(field.name)) continue;
        record.values.set(field.name, zero(field.apexType));
      }
    }
  },
  afterSave(rows, dml) {
    const created = rows.filter((row) => row.old === null);
    const status = dml.object('CampaignMemberStatus');
    dml.insert(
      'CampaignMemberStatus',
      created.flatMap(({ record }) =>
        DEFAULT_STATUSES.map((values) => {
          const entry = new SObject(status);
          for (const [name, value] of Object.entries(values)) entry.values.set(name, value);
          entry.values.set('CampaignId', record.id);
          return entry;
        })
      )
    );
    const changed = rows.filter((row) => TOTALLED.some((field) => row.changes(field)));
    countHierarchy(
      dml,
      changed.map((row) => row.record.id)
    );
    countHierarchy(
      dml,
      idsOf(
        changed.map((row) => row.old),
        'ParentId'
      )
    );
  },
  removed(records, dml) {
    countHierarchy(dml, idsOf(records, 'ParentId'));
  },
  restored(records, dml) {
    countHierarchy(
      dml,
      records.map((record) => record.id)
    );
  }
};

function zero(type: string): unknown {
  if (type === 'Decimal') return ApexDecimal.of(0);
  return type === 'Double' ? new ApexDouble(0) : 0;
}
