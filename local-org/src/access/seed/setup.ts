import type { ProjectMetadata } from '../../metadata/index.js';
import { idOf } from '../../schema/index.js';
import type { Schema } from '../../schema/model.js';
import { ApexDecimal, ApexTime } from '../../values/index.js';
import { ORGANIZATION_ID, userId, ADMIN_USERNAME } from './users.js';
import type { SeedRow } from './rows.js';

/** Groups, queues and roles of a new org and of the project. */
export function groupRows(metadata: ProjectMetadata): Map<string, SeedRow[]> {
  const owner = userId(ADMIN_USERNAME);
  return new Map<string, SeedRow[]>([
    [
      'Group',
      [
        {
          Id: idOf('00G', 'AllInternalUsers'),
          Name: null,
          DeveloperName: 'AllInternalUsers',
          Type: 'Organization',
          RelatedId: ORGANIZATION_ID,
          OwnerId: owner
        },
        ...metadata.queues.map(({ name, label, email }) => ({
          Id: idOf('00G', name),
          Name: label,
          DeveloperName: name,
          Type: 'Queue',
          Email: email,
          OwnerId: owner
        })),
        ...metadata.groups.map(({ name, label }) => ({
          Id: idOf('00G', name),
          Name: label,
          DeveloperName: name,
          Type: 'Regular',
          OwnerId: owner
        }))
      ]
    ],
    [
      'QueueSobject',
      metadata.queues.flatMap(({ name, objects }) =>
        objects.map((object) => ({ Id: idOf('03g', `${name}.${object}`), QueueId: idOf('00G', name), SobjectType: object }))
      )
    ],
    [
      'UserRole',
      metadata.roles.map(({ name, label, parent }) => ({
        Id: idOf('00E', name),
        Name: label,
        DeveloperName: name,
        ParentRoleId: parent ? idOf('00E', parent) : null
      }))
    ]
  ]);
}

/** Rows that a new org has before anybody did anything: the standard price book, business hours. */
export function platformRows(): Map<string, SeedRow[]> {
  const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  const allDay = Object.fromEntries(
    days.flatMap((day) => [[`${day}StartTime`, new ApexTime(0)] as const, [`${day}EndTime`, new ApexTime(0)] as const])
  );
  return new Map<string, SeedRow[]>([
    ['Pricebook2', [{ Id: STANDARD_PRICEBOOK_ID, Name: 'Standard Price Book', IsActive: true, IsStandard: true }]],
    [
      'BusinessHours',
      [{ Id: idOf('01m', 'Default'), Name: 'Default', IsActive: true, IsDefault: true, TimeZoneSidKey: 'America/Los_Angeles', ...allDay }]
    ]
  ]);
}

export const STANDARD_PRICEBOOK_ID = idOf('01s', 'Standard Price Book');

/** Probability and forecast category of the stages of a new org; a stage that a project adds is open, at 10 percent in the pipeline. */
const STAGES: Readonly<Record<string, readonly [number, string]>> = {
  Prospecting: [10, 'Pipeline'],
  Qualification: [10, 'Pipeline'],
  'Needs Analysis': [20, 'Pipeline'],
  'Value Proposition': [50, 'Pipeline'],
  'Id. Decision Makers': [60, 'Pipeline'],
  'Perception Analysis': [70, 'Pipeline'],
  'Proposal/Price Quote': [75, 'Pipeline'],
  'Negotiation/Review': [90, 'Pipeline'],
  'Closed Won': [100, 'Closed'],
  'Closed Lost': [0, 'Omitted']
};

/** The objects that list the values of status picklists, with what each value means. */
export function statusRows(metadata: ProjectMetadata, schema: Schema): Map<string, SeedRow[]> {
  const rows = (
    object: string,
    field: string,
    table: string,
    means: (value: string, set: StatusFlags) => Record<string, unknown>
  ): [string, SeedRow[]] => [
    table,
    (schema.object(object)?.field(field)?.picklist ?? []).map((entry, index) => ({
      Id: idOf(schema.object(table)!.keyPrefix ?? '01J', `${table}.${entry.value}`),
      ApiName: entry.value,
      MasterLabel: entry.label,
      SortOrder: index + 1,
      ...means(entry.value, flags(metadata, table, entry.value)),
      ...(schema.object(table)!.field('IsDefault') ? { IsDefault: entry.isDefault } : {})
    }))
  ];
  return new Map([
    rows('Lead', 'Status', 'LeadStatus', (value, set) => ({ IsConverted: set.converted ?? value === 'Closed - Converted' })),
    rows('Case', 'Status', 'CaseStatus', (value, set) => ({ IsClosed: set.closed ?? value === 'Closed' })),
    rows('Task', 'Status', 'TaskStatus', (value, set) => ({ IsClosed: set.closed ?? value === 'Completed' })),
    rows('Task', 'Priority', 'TaskPriority', (value, set) => ({ IsHighPriority: set.highPriority ?? value === 'High' })),
    rows('Contract', 'Status', 'ContractStatus', (value) => ({
      StatusCode: value === 'Activated' ? 'Activated' : value === 'Draft' ? 'Draft' : 'InApproval'
    })),
    rows('Order', 'Status', 'OrderStatus', (value) => ({ StatusCode: value === 'Activated' ? 'Activated' : 'Draft' })),
    rows('Solution', 'Status', 'SolutionStatus', (value) => ({ IsReviewed: value === 'Reviewed' })),
    rows('Opportunity', 'StageName', 'OpportunityStage', stage)
  ]);
}

interface StatusFlags {
  readonly closed: boolean | null;
  readonly won: boolean | null;
  readonly converted: boolean | null;
  readonly highPriority: boolean | null;
  readonly probability: number | null;
  readonly forecastCategory: string | null;
}

/** What a project's standard value set says of the value. */
function flags(metadata: ProjectMetadata, set: string, value: string): StatusFlags {
  const source = metadata.standardValueSets.find((each) => each.name === set);
  const element = source?.element.all('standardValue').find((each) => each.text('fullName') === value);
  const flag = (name: string): boolean | null => (element ? element.flag(name) : null);
  return {
    closed: flag('closed'),
    won: flag('won'),
    converted: flag('converted'),
    highPriority: flag('highPriority'),
    probability: element?.number('probability') ?? null,
    forecastCategory: element?.text('forecastCategory') ?? null
  };
}

function stage(value: string, set: StatusFlags): Record<string, unknown> {
  const [probability, category] = STAGES[value] ?? [10, 'Pipeline'];
  const forecast = set.forecastCategory ?? category;
  const names: Readonly<Record<string, string>> = { BestCase: 'Best Case', MostLikely: 'Most Likely', Forecast: 'Commit' };
  return {
    DefaultProbability: ApexDecimal.of(set.probability ?? probability),
    ForecastCategory: forecast,
    ForecastCategoryName: names[forecast] ?? forecast,
    IsActive: true,
    IsClosed: set.closed ?? value.startsWith('Closed'),
    IsWon: set.won ?? value === 'Closed Won'
  };
}
