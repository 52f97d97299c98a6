import type { Dml, ObjectBehaviour, Row } from '../data/index.js';
import { ApexDate, ApexDecimal, SObject, toText } from '../values/index.js';
import { countOpportunities } from './campaignTotals.js';
import { idsOf, isTrue, textOf } from './text.js';

interface Stage {
  readonly probability: number;
  readonly closed: boolean;
  readonly won: boolean;
  readonly category: string;
}

const open = (probability: number, category = 'Pipeline'): Stage => ({ probability, closed: false, won: false, category });

/** Stages of a new org (Salesforce Help, "Opportunity Stages"). */
const STAGES: Readonly<Record<string, Stage>> = {
  prospecting: open(10),
  qualification: open(10),
  'needs analysis': open(20),
  'value proposition': open(50),
  'id. decision makers': open(60),
  'perception analysis': open(70),
  'proposal/price quote': open(75),
  'negotiation/review': open(90),
  'closed won': { probability: 100, closed: true, won: true, category: 'Closed' },
  'closed lost': { probability: 0, closed: true, won: false, category: 'Omitted' }
};

const CATEGORY_NAMES: Readonly<Record<string, string>> = { BestCase: 'Best Case', Forecast: 'Commit', MostLikely: 'Most Likely' };

/** What the project's value set says of the stage, else what a new org's does. Unknown stages are open at 0 %. */
function stageOf(dml: Dml, name: string | null): Stage {
  const key = name?.toLowerCase() ?? '';
  const set = dml.org.metadata?.standardValueSets.find((one) => one.name === 'OpportunityStage');
  const entry = set?.element.all('standardValue').find((value) => value.text('fullName')?.toLowerCase() === key);
  if (!entry) return STAGES[key] ?? open(0);
  return {
    probability: entry.number('probability') ?? 0,
    closed: entry.flag('closed'),
    won: entry.flag('won'),
    category: entry.text('forecastCategory') ?? 'Pipeline'
  };
}

export const opportunity: ObjectBehaviour = {
  objects: ['Opportunity'],
  required: ['Name', 'StageName', 'CloseDate'],
  beforeSave(rows, dml) {
    for (const row of rows) setStage(row, dml);
    for (const { record } of rows) setPeriod(record);
  },
  afterSave(rows, dml) {
    const counted = rows.filter((row) => ['CampaignId', 'Amount', 'IsWon', 'IsDeleted'].some((field) => row.changes(field)));
    countOpportunities(
      dml,
      idsOf(
        counted.flatMap((row) => [row.record, row.old]),
        'CampaignId'
      )
    );
  },
  removed(records, dml) {
    countOpportunities(dml, idsOf(records, 'CampaignId'));
  },
  restored(records, dml) {
    countOpportunities(dml, idsOf(records, 'CampaignId'));
  }
};

/** The stage sets probability and forecast category, unless the same save gives others; closed and won are always the stage's. */
function setStage(row: Row, dml: Dml): void {
  const { record } = row;
  const { values } = record;
  const stage = stageOf(dml, textOf(record, 'StageName'));
  values.set('IsClosed', stage.closed);
  values.set('IsWon', stage.won);
  if (row.changes('StageName')) {
    if (!row.changes('Probability')) values.set('Probability', ApexDecimal.of(stage.probability));
    if (!row.changes('ForecastCategoryName')) values.set('ForecastCategoryName', CATEGORY_NAMES[stage.category] ?? stage.category);
  }
  const name = textOf(record, 'ForecastCategoryName');
  const category = Object.entries(CATEGORY_NAMES).find(([, label]) => label === name)?.[0] ?? name;
  values.set('ForecastCategory', category);
  const amount = values.get('Amount') as ApexDecimal | null | undefined;
  const probability = values.get('Probability') as ApexDecimal | null | undefined;
  values.set(
    'ExpectedRevenue',
    amount && probability ? amount.multiply(probability).multiply(ApexDecimal.parse('0.01')).setScale(2, 'HALF_UP') : null
  );
  if (!values.has('HasOpportunityLineItem')) values.set('HasOpportunityLineItem', false);
}

/** Fiscal periods of the standard fiscal year, which is the calendar's. */
function setPeriod(record: SObject): void {
  const closing = record.values.get('CloseDate');
  if (!(closing instanceof ApexDate)) return;
  const quarter = Math.ceil(closing.month / 3);
  record.values.set('FiscalQuarter', quarter);
  record.values.set('FiscalYear', closing.year);
  record.values.set('Fiscal', `${closing.year} ${quarter}`);
}

/** Products of an opportunity make its amount. */
export const opportunityLineItem: ObjectBehaviour = {
  objects: ['OpportunityLineItem'],
  beforeSave(rows, dml) {
    const entries = dml.byIds(
      'PricebookEntry',
      idsOf(
        rows.map((row) => row.record),
        'PricebookEntryId'
      )
    );
    const opportunities = dml.byIds(
      'Opportunity',
      idsOf(
        rows.map((row) => row.record),
        'OpportunityId'
      )
    );
    for (const row of rows)
      priceLine(
        row,
        entries.get(textOf(row.record, 'PricebookEntryId') ?? ''),
        opportunities.get(textOf(row.record, 'OpportunityId') ?? '')
      );
  },
  afterSave(rows, dml) {
    sumLines(
      dml,
      idsOf(
        rows.map((row) => row.record),
        'OpportunityId'
      )
    );
  },
  removed(records, dml) {
    sumLines(dml, idsOf(records, 'OpportunityId'));
  },
  restored(records, dml) {
    sumLines(dml, idsOf(records, 'OpportunityId'));
  }
};

function priceLine(row: Row, entry: SObject | undefined, parent: SObject | undefined): void {
  const { values } = row.record;
  if (row.old === null && entry) {
    values.set('Product2Id', textOf(entry, 'Product2Id'));
    values.set('ProductCode', textOf(entry, 'ProductCode'));
    values.set('ListPrice', entry.values.get('UnitPrice') ?? null);
    values.set('Name', `${textOf(parent, 'Name') ?? ''} ${textOf(entry, 'Name') ?? ''}`.trim());
  }
  const total = values.get('TotalPrice') as ApexDecimal | null | undefined;
  const price = values.get('UnitPrice') as ApexDecimal | null | undefined;
  const quantity = Number(toText(values.get('Quantity') ?? 0));
  const rate = 1 - Number(toText(values.get('Discount') ?? 0)) / 100;
  if (row.old === null && total && price) {
    row.fail('INVALID_FIELD_FOR_INSERT_UPDATE', 'Only one of unit price or total price may be specified', ['UnitPrice', 'TotalPrice']);
  } else if (total && (row.old === null || row.changes('TotalPrice')) && quantity !== 0 && rate !== 0) {
    values.set('UnitPrice', ApexDecimal.of(Number(total.toString()) / quantity / rate).setScale(2, 'HALF_UP'));
  } else if (price) {
    values.set('TotalPrice', ApexDecimal.of(Number(price.toString()) * quantity * rate).setScale(2, 'HALF_UP'));
  } else row.fail('REQUIRED_FIELD_MISSING', 'Required fields are missing: [UnitPrice]', ['UnitPrice']);
  if (price || total) values.set('Subtotal', ApexDecimal.of(Number(String(values.get('UnitPrice'))) * quantity).setScale(2, 'HALF_UP'));
}

/** The opportunity's amount is that of its lines; it is saved with its triggers, as a roll-up is. */
function sumLines(dml: Dml, opportunityIds: ReadonlySet<string>): void {
  dml.afterwards('opportunity lines', opportunityIds, (ids) => {
    const lines = dml.where('OpportunityLineItem', 'OpportunityId', ids);
    const known = dml.byIds('Opportunity', ids);
    const changes = [...known.values()].flatMap((parent) => {
      if (isTrue(parent, 'IsDeleted')) return [];
      const mine = lines.filter((line) => textOf(line, 'OpportunityId') === parent.id);
      const sum = mine.reduce(
        (total, line) => total.add((line.values.get('TotalPrice') as ApexDecimal | undefined) ?? ApexDecimal.of(0)),
        ApexDecimal.of(0)
      );
      const change = new SObject(parent.info);
      change.values.set('Id', parent.id);
      change.values.set('HasOpportunityLineItem', mine.length > 0);
      if (mine.length > 0 || isTrue(parent, 'HasOpportunityLineItem')) change.values.set('Amount', sum);
      return [change];
    });
    if (changes.length > 0) dml.nested('update', changes);
  });
}
