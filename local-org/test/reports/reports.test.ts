import { afterAll, describe, expect, it } from 'vitest';
import { ReportWorld } from './world.js';

const world = new ReportWorld();
afterAll(() => world.org.close());

const SHOP = 'Shop__c$';
const VISIT = 'Shop__c.Visits__r$';
const SALE = 'Shop__c.Visits__r.Sales__r$';

const column = (field: string, ...types: string[]): string =>
  `<columns>${types.map((type) => `<aggregateTypes>${type}</aggregateTypes>`).join('')}<field>${field}</field></columns>`;
const down = (field: string, granularity = 'Day', more = '<sortOrder>Asc</sortOrder>'): string =>
  `<groupingsDown><dateGranularity>${granularity}</dateGranularity><field>${field}</field>${more}</groupingsDown>`;
const across = (field: string, granularity = 'Day'): string => down(field, granularity).replaceAll('groupingsDown', 'groupingsAcross');
const type = (name: string, format = 'Summary'): string => `<reportType>${name}</reportType><format>${format}</format>`;
const where = (...items: [string, string, string][]): string =>
  items
    .map(
      ([field, operator, value]) =>
        `<criteriaItems><column>${field}</column><operator>${operator}</operator><value>${value}</value></criteriaItems>`
    )
    .join('');
const formula = (text: string, datatype = 'percent', more = ''): string =>
  `<aggregates><calculatedFormula>${text}</calculatedFormula><datatype>${datatype}</datatype><developerName>FORMULA1</developerName><isActive>true</isActive><masterLabel>F</masterLabel><scale>1</scale>${more}</aggregates>`;

const INNER = type('Shops_with_Visits__c');
const OUTER = type('Shops_and_Visits__c');
const THREE = type('Shops_Visits_and_Sales__c');

describe('groups and their summaries', () => {
  it.each<[string, string, string[]]>([
    ['rows of the inner join', INNER + down(`${SHOP}Name`), ['Alpha: 3', 'Beta: 1', 'Total: 4']],
    ['rows of the outer join', OUTER + down(`${SHOP}Name`), ['Alpha: 3', 'Beta: 1', 'Gamma: 1', 'Total: 5']],
    [
      'an inner and an outer join',
      THREE + down(`${VISIT}Name`) + column(`${SALE}Amount__c`, 'Sum'),
      ['A1: $200.00 2', 'A2: $0.00 1', 'A3: $0.00 1', 'B1: $200.00 1', 'Total: $400.00 5']
    ],
    ['a group of nothing comes first', INNER + down(`${VISIT}Guests__c`), ['-: 1', '2: 1', '4: 1', '10: 1', 'Total: 4']],
    ['descending', INNER + down(`${VISIT}Guests__c`, 'Day', '<sortOrder>Desc</sortOrder>'), ['10: 1', '4: 1', '2: 1', '-: 1', 'Total: 4']],
    ['a restricted picklist has the order of its values', INNER + down(`${VISIT}Kind__c`), ['Walk-in: 1', 'Booked: 3', 'Total: 4']],
    [
      'groups by a summary',
      INNER +
        down(
          `${SHOP}Name`,
          'Day',
          `<aggregateType>Sum</aggregateType><sortByName>${VISIT}Guests__c</sortByName><sortOrder>Desc</sortOrder><sortType>Aggregate</sortType>`
        ),
      ['Beta: 1', 'Alpha: 3', 'Total: 4']
    ],
    [
      'groups by their count',
      INNER + down(`${VISIT}Kind__c`, 'Day', '<sortByName>RowCount</sortByName><sortOrder>Desc</sortOrder><sortType>Aggregate</sortType>'),
      ['Booked: 3', 'Walk-in: 1', 'Total: 4']
    ],
    [
      'each summary; empty values count for none',
      INNER + down(`${SHOP}Name`) + column(`${VISIT}Guests__c`, 'Sum', 'Average', 'Maximum', 'Minimum', 'Unique'),
      ['Alpha: 6 3.00 4 2 2 3', 'Beta: 10 10.00 10 10 1 1', 'Total: 16 5.33 10 2 3 4']
    ],
    [
      'smallest and largest of dates',
      OUTER + down(`${SHOP}Region__c`) + column(`${SHOP}Opened__c`, 'Minimum', 'Maximum'),
      ['North: 1/15/2026 1/15/2026 4', 'South: 3/2/2026 3/2/2026 1', 'Total: 1/15/2026 3/2/2026 5']
    ],
    [
      'values that two levels share are unique once',
      OUTER + down(`${SHOP}Active__c`) + column(`${SHOP}Region__c`, 'Unique'),
      ['false: 1 1', 'true: 1 4', 'Total: 2 5']
    ],
    [
      'a parent is summed with every row, as in an org',
      INNER + down(`${SHOP}Name`) + column(`${SHOP}Budget__c`, 'Sum'),
      ['Alpha: $3,000.00 3', 'Beta: $500.50 1', 'Total: $3,500.50 4']
    ],
    [
      'groups in groups',
      OUTER + down(`${SHOP}Region__c`) + down(`${SHOP}Name`) + down(`${VISIT}Kind__c`),
      [
        'North: 4',
        '  Alpha: 3',
        '    Walk-in: 1',
        '    Booked: 2',
        '  Gamma: 1',
        '    -: 1',
        'South: 1',
        '  Beta: 1',
        '    Booked: 1',
        'Total: 5'
      ]
    ],
    ['a lookup shows its name', INNER + down(`${VISIT}Guide__c`), ['-: 2', 'Ada Admin: 2', 'Total: 4']],
    ['a field beyond a lookup', INNER + down(`${VISIT}Guide__c.Email`), ['-: 2', 'admin@example.com: 2', 'Total: 4']]
  ])('%s', (_, body, expected) => expect(world.groups(body)).toEqual(expected));
});

describe('dates', () => {
  it.each<[string, string[]]>([
    ['Day', ['-: 1', '1/31/2026: 1', '2/10/2026: 1', '4/5/2026: 1', 'Total: 4']],
    ['Week', ['-: 1', '1/25/2026 - 1/31/2026: 1', '2/8/2026 - 2/14/2026: 1', '4/5/2026 - 4/11/2026: 1', 'Total: 4']],
    ['Month', ['-: 1', 'January 2026: 1', 'February 2026: 1', 'April 2026: 1', 'Total: 4']],
    ['Quarter', ['-: 1', 'Q1 CY2026: 2', 'Q2 CY2026: 1', 'Total: 4']],
    ['Year', ['-: 1', 'CY2026: 3', 'Total: 4']],
    ['FiscalYear', ['-: 1', 'FY2026: 3', 'Total: 4']],
    ['MonthInYear', ['-: 1', 'January: 1', 'February: 1', 'April: 1', 'Total: 4']],
    ['DayInMonth', ['-: 1', '5: 1', '10: 1', '31: 1', 'Total: 4']]
  ])('by %s, in the time zone of the user', (granularity, expected) =>
    expect(world.groups(INNER + down(`${VISIT}When__c`, granularity))).toEqual(expected)
  );

  it.each<[string, string, number]>([
    ['INTERVAL_CUSTOM', '', 4],
    ['INTERVAL_CUSTOM', '<startDate>2026-01-31</startDate><endDate>2026-02-10</endDate>', 2],
    ['INTERVAL_CUSTOM', '<startDate>2026-02-01</startDate>', 2],
    ['INTERVAL_THISMONTH', '', 1],
    ['INTERVAL_PREVQ', '', 2],
    ['INTERVAL_CURPREVQ', '', 3],
    ['INTERVAL_LAST30', '', 1],
    ['INTERVAL_CURY', '', 3]
  ])('%s %s', (interval, bounds, count) => {
    const frame = `<timeFrameFilter><dateColumn>${VISIT}When__c</dateColumn>${bounds}<interval>${interval}</interval></timeFrameFilter>`;
    expect(world.groups(INNER + down(`${SHOP}Name`) + frame).at(-1)).toBe(`Total: ${count}`);
  });
});

describe('filters', () => {
  const names = (filter: string, more = ''): string[] =>
    world.rows(
      type('Shops_and_Visits__c', 'Tabular') +
        column(`${SHOP}Name`) +
        column(`${VISIT}Name`) +
        `<filter>${filter}</filter>${more}<sortColumn>${SHOP}Name</sortColumn><sortOrder>Asc</sortOrder>`
    );

  it.each<[string, [string, string, string][], string[]]>([
    ['equals', [[`${SHOP}Region__c`, 'equals', 'south']], ['Beta B1']],
    ['equals one of', [[`${VISIT}Name`, 'equals', 'A1, B1']], ['Alpha A1', 'Beta B1']],
    ['a value with a comma', [[`${VISIT}Name`, 'equals', '"A1, B1"']], []],
    ['equals nothing finds shops without visits', [[`${VISIT}Name`, 'equals', '']], ['Gamma -']],
    ['notEqual finds empty fields', [[`${VISIT}Guests__c`, 'notEqual', '4']], ['Alpha A2', 'Alpha A3', 'Beta B1', 'Gamma -']],
    ['notEqual none of', [[`${VISIT}Name`, 'notEqual', 'A1,A2']], ['Alpha A3', 'Beta B1', 'Gamma -']],
    ['notEqual nothing', [[`${VISIT}Guests__c`, 'notEqual', '']], ['Alpha A1', 'Alpha A2', 'Beta B1']],
    ['contains', [[`${SHOP}Name`, 'contains', 'ET,mm']], ['Beta B1', 'Gamma -']],
    ['contains takes wildcards as they are', [[`${SHOP}Name`, 'contains', '%']], []],
    ['notContain', [[`${SHOP}Name`, 'notContain', 'lph']], ['Beta B1', 'Gamma -']],
    ['startsWith', [[`${VISIT}Name`, 'startsWith', 'a']], ['Alpha A1', 'Alpha A2', 'Alpha A3']],
    ['less', [[`${VISIT}Guests__c`, 'lessThan', '4']], ['Alpha A2']],
    ['lessOrEqual', [[`${VISIT}Guests__c`, 'lessOrEqual', '4']], ['Alpha A1', 'Alpha A2']],
    ['greater', [[`${SHOP}Budget__c`, 'greaterThan', '500.5']], ['Alpha A1', 'Alpha A2', 'Alpha A3']],
    ['a checkbox as 0', [[`${SHOP}Active__c`, 'equals', '0']], ['Beta B1']],
    ['a checkbox as True', [[`${SHOP}Active__c`, 'equals', 'True']], ['Alpha A1', 'Alpha A2', 'Alpha A3', 'Gamma -']],
    ['includes', [[`${VISIT}Tags__c`, 'includes', 'red']], ['Alpha A1', 'Beta B1']],
    ['excludes', [[`${VISIT}Tags__c`, 'excludes', 'red']], ['Alpha A2', 'Alpha A3', 'Gamma -']],
    ['a day, ISO', [[`${SHOP}Opened__c`, 'equals', '2026-03-02']], ['Beta B1']],
    ['a day of a moment', [[`${VISIT}When__c`, 'equals', '1/31/2026']], ['Alpha A1']],
    ['after a day', [[`${VISIT}When__c`, 'greaterThan', '2026-01-31']], ['Alpha A2', 'Beta B1']],
    ['a date literal', [[`${VISIT}When__c`, 'equals', 'THIS_QUARTER']], ['Beta B1']],
    ['a date literal with a count', [[`${VISIT}When__c`, 'greaterOrEqual', 'LAST_N_DAYS:70']], ['Alpha A2', 'Beta B1']],
    ['a lookup by name', [[`${VISIT}Guide__c`, 'equals', 'Ada Admin']], ['Alpha A1', 'Beta B1']],
    ['quotes in a value', [[`${SHOP}Name`, 'equals', "O'Neil\\"]], []]
  ])('%s', (_, items, expected) => expect(names(where(...items))).toEqual(expected));

  const THREE_FILTERS = where([`${SHOP}Name`, 'equals', 'Alpha'], [`${VISIT}Guests__c`, 'equals', '2'], [`${SHOP}Name`, 'equals', 'Gamma']);

  it.each<[string, string[]]>([
    ['1 AND 2', ['Alpha A2']],
    ['(1 AND 2) OR 3', ['Alpha A2', 'Gamma -']],
    ['1 AND (2 OR 3)', ['Alpha A2']],
    ['3 or not 1', ['Beta B1', 'Gamma -']],
    ['NOT (1 OR 3)', ['Beta B1']]
  ])('filter logic %s', (logic, expected) => expect(names(`<booleanFilter>${logic}</booleanFilter>${THREE_FILTERS}`)).toEqual(expected));

  const crossFilter = (operation: string, item = ''): string =>
    `<crossFilters>${item}<operation>${operation}</operation><primaryTableColumn>${SHOP}Id</primaryTableColumn><relatedTable>Visit__c</relatedTable><relatedTableJoinColumn>Shop__c</relatedTableJoinColumn></crossFilters>`;

  it.each<[string, string, string[]]>([
    ['with', crossFilter('with'), ['Alpha A1', 'Alpha A2', 'Alpha A3', 'Beta B1']],
    ['without', crossFilter('without'), ['Gamma -']],
    ['without … that', crossFilter('without', where(['Guests__c', 'greaterThan', '5'])), ['Alpha A1', 'Alpha A2', 'Alpha A3', 'Gamma -']]
  ])('cross filter %s', (_, filter, expected) => expect(names('', filter)).toEqual(expected));

  it('scope user: the first object is the own one', () => {
    const mine = type('Shops_with_Visits__c', 'Tabular') + '<scope>user</scope>' + column(`${VISIT}Name`);
    expect(world.rows(mine)).toHaveLength(4);
    expect(world.rows(mine, world.reader)).toEqual([]);
  });
});

describe('a matrix', () => {
  it('crosses its groups, with totals both ways', () => {
    const body =
      type('Shops_and_Visits__c', 'Matrix') + down(`${SHOP}Name`) + across(`${VISIT}Kind__c`) + column(`${VISIT}Guests__c`, 'Sum');
    expect(world.groups(body)).toEqual([
      'Alpha: 0 0 | 2 1 | 4 2 | 6 3',
      'Beta: 0 0 | 0 0 | 10 1 | 10 1',
      'Gamma: 0 1 | 0 0 | 0 0 | 0 1',
      'Total: 0 1 | 2 1 | 14 3 | 16 5'
    ]);
  });
});

describe('bucket fields', () => {
  const bucket = (kind: string, source: string, values: string, more = ''): string =>
    `<buckets><bucketType>${kind}</bucketType><developerName>BucketField_X</developerName><masterLabel>X</masterLabel>${more}<sourceColumnName>${source}</sourceColumnName>${values}</buckets>${down('BucketField_X')}`;
  const range = (label: string, from: string, to: string): string =>
    `<values><sourceValues>${from && `<from>${from}</from>`}${to && `<to>${to}</to>`}</sourceValues><value>${label}</value></values>`;
  const RANGES = range('few', '', '2') + range('some', '2', '5') + range('many', '5', '');

  it.each<[string, string, string[]]>([
    [
      'numbers, upper bound included',
      bucket('number', `${VISIT}Guests__c`, RANGES, '<nullTreatment>n</nullTreatment>'),
      ['-: 1', 'few: 1', 'some: 1', 'many: 1', 'Total: 4']
    ],
    [
      'nothing as zero',
      bucket('number', `${VISIT}Guests__c`, RANGES, '<nullTreatment>z</nullTreatment>'),
      ['few: 2', 'some: 1', 'many: 1', 'Total: 4']
    ],
    [
      'texts, the others as they are',
      bucket('text', `${SHOP}Region__c`, '<values><sourceValues><sourceValue>North</sourceValue></sourceValues><value>Up</value></values>'),
      ['Up: 3', 'South: 1', 'Total: 4']
    ],
    [
      'texts, the others together',
      bucket(
        'text',
        `${SHOP}Region__c`,
        '<useOther>true</useOther><values><sourceValues><sourceValue>North</sourceValue></sourceValues><value>Up</value></values>'
      ),
      ['Up: 3', 'Other: 1', 'Total: 4']
    ]
  ])('%s', (_, body, expected) => expect(world.groups(INNER + body)).toEqual(expected));
});

describe('summary formulas', () => {
  it.each<[string, string, string[]]>([
    ['a rate', formula('Sale__c.Big__c:SUM / RowCount'), ['Alpha: 4 25.0%', 'Beta: 1 100.0%', 'Total: 5 40.0%']],
    [
      'named by table',
      formula('Shop__c.Visits__r.Guests__c:MAX - Visit__c.Guests__c:MIN', 'number'),
      ['Alpha: 4 2.0', 'Beta: 1 0.0', 'Total: 5 8.0']
    ],
    [
      'a share of the whole',
      formula('RowCount / PARENTGROUPVAL(RowCount, GRAND_SUMMARY)'),
      ['Alpha: 4 80.0%', 'Beta: 1 20.0%', 'Total: 5 100.0%']
    ],
    [
      'functions',
      formula('IF(RowCount &gt; 2, ROUND(Sale__c.Amount__c:AVG, 0), 0)', 'currency'),
      ['Alpha: 4 $100.0', 'Beta: 1 $0.0', 'Total: 5 $133.0']
    ],
    ['division by zero', formula('RowCount / (RowCount - 1)', 'number'), ['Alpha: 4 1.3', 'Beta: 1 #Error!', 'Total: 5 1.3']],
    [
      'only for the whole',
      formula('RowCount', 'number', '<downGroupingContext>GRAND_SUMMARY</downGroupingContext>'),
      ['Alpha: 4 -', 'Beta: 1 -', 'Total: 5 5.0']
    ],
    [
      'only for the groups',
      formula('RowCount', 'number', `<downGroupingContext>${SHOP}Name</downGroupingContext>`),
      ['Alpha: 4 4.0', 'Beta: 1 1.0', 'Total: 5 -']
    ]
  ])('%s', (_, text, expected) => expect(world.groups(THREE + down(`${SHOP}Name`) + text)).toEqual(expected));
});

describe('rows', () => {
  it('come under their innermost group, sorted', () => {
    const body =
      INNER +
      down(`${SHOP}Name`) +
      column(`${VISIT}Name`) +
      column(`${VISIT}When__c`) +
      `<sortColumn>${VISIT}Guests__c</sortColumn><sortOrder>Desc</sortOrder>`;
    const result = world.report(body, { details: true });
    expect(Object.fromEntries([...result.rows].map(([key, rows]) => [key, rows.map((row) => row.map((cell) => cell.label))]))).toEqual({
      '0!T': [
        ['A1', '1/31/2026, 11:30 PM'],
        ['A2', '2/10/2026, 12:00 PM'],
        ['A3', '-']
      ],
      '1!T': [['B1', '4/5/2026, 5:00 AM']]
    });
    expect(result.rows.get('0!T')![0][0].value).toBe(world.ids.get('A1'));
  });

  it('are limited in order, totals included', () => {
    const body =
      type('Shops_with_Visits__c', 'Tabular') +
      column(`${VISIT}Name`) +
      column(`${VISIT}Guests__c`, 'Sum') +
      `<rowLimit>2</rowLimit><sortColumn>${VISIT}Guests__c</sortColumn><sortOrder>Desc</sortOrder>`;
    expect(world.rows(body)).toEqual(['B1 10', 'A1 4']);
    expect(world.groups(body)).toEqual(['Total: 14 2']);
  });

  it('follow the sort over both levels of an outer join', () => {
    const body =
      type('Shops_and_Visits__c', 'Tabular') +
      column(`${SHOP}Name`) +
      column(`${VISIT}Name`) +
      `<sortColumn>${SHOP}Name</sortColumn><sortOrder>Desc</sortOrder>`;
    expect(world.rows(body).map((row) => row.split(' ')[0])).toEqual(['Gamma', 'Beta', 'Alpha', 'Alpha', 'Alpha']);
  });
});

describe('access of the running user', () => {
  const body = type('Shops_with_Visits__c', 'Tabular') + column(`${SHOP}Region__c`) + column(`${VISIT}Guests__c`);

  it('shows only records that are shared with the user', () => {
    expect(world.rows(body, world.reader)).toEqual([]);
    world.add('Shop__c', { Name: 'Delta', Region__c: 'East', OwnerId: world.reader });
    world.add('Visit__c', { Name: 'D1', Shop__c: world.ids.get('Delta'), Guests__c: 7 });
    expect(world.rows(body, world.reader)).toEqual(['East 7']);
  });

  it('leaves out columns that are hidden from the user', () => {
    const result = world.report(body + column(`${VISIT}Kind__c`), {}, world.reader);
    expect(result.columns.map(({ name }) => name)).toEqual([`${SHOP}Region__c`, `${VISIT}Guests__c`]);
    expect(result.hidden).toEqual([`${VISIT}Kind__c`]);
  });

  it.each<[string, string, RegExp]>([
    [
      'a grouping by a hidden column',
      INNER + down(`${VISIT}Kind__c`),
      /Reader can't run report Folder\/Test: its groupingsDown uses .*Kind__c/
    ],
    [
      'a filter by a hidden column',
      body + `<filter>${where([`${VISIT}Kind__c`, 'equals', 'Booked'])}</filter>`,
      /its filter uses .*Kind__c/
    ],
    ['an object without read access', type('Shops_Visits_and_Sales__c', 'Tabular') + column(`${SHOP}Name`), /no read access to Sales/]
  ])('refuses %s', (_, report, message) => expect(() => world.report(report, {}, world.reader)).toThrow(message));
});

describe('what is not done is refused by name', () => {
  const FILE = 'reports/Folder/Test.report-meta.xml: report Folder/Test: ';
  it.each<[string, string]>([
    [type('Shops_with_Visits__c', 'MultiBlock'), '<format>: the local org has no joined reports (MultiBlock).'],
    [INNER + '<block><format>Tabular</format></block>', '<block>: the local org does not do joined reports.'],
    [
      INNER + '<customDetailFormulas><calculatedFormula>1</calculatedFormula></customDetailFormulas>',
      '<customDetailFormulas>: the local org does not do row-level formulas.'
    ],
    [INNER + '<nonsense>1</nonsense>', '<nonsense>: no such element in a report.'],
    [INNER, '<format>: a Summary report needs a groupingsDown.'],
    [INNER + down(`${SHOP}Name`) + column(`${SHOP}Name`), `<columns>: ${SHOP}Name is grouped by, so it can't be a column as well.`],
    [INNER + down(`${SHOP}Nmae`), `<groupingsDown>: report type Shops_with_Visits__c has no column '${SHOP}Nmae'`],
    [
      INNER + down(`${SHOP}Name`) + column(`${VISIT}Kind__c`, 'Sum'),
      `<aggregateTypes>: ${VISIT}Kind__c is of type picklist: it has no Sum.`
    ],
    [INNER + down(`${SHOP}Name`) + column(`${VISIT}Guests__c`, 'Median'), "<aggregateTypes>: 'Median' is not done"],
    [INNER + down(`${SHOP}Name`, 'FiscalWeek'), "<dateGranularity>: 'FiscalWeek' is not done"],
    [type('Nothing__c') + down('X'), "<reportType>: there is no report type 'Nothing__c' in this org. Known are: "],
    [INNER + down(`${SHOP}Name`) + '<scope>team</scope>', "<scope>: 'team' is not done"],
    [
      INNER + down(`${SHOP}Name`) + '<params><name>open</name><value>all</value></params>',
      "<params>: the standard filter 'open' is not done"
    ],
    [
      INNER + down(`${SHOP}Name`) + `<filter>${where([`${VISIT}Guests__c`, 'equals', 'ten'])}</filter>`,
      `<criteriaItems>: ${VISIT}Guests__c: 'ten' is no number.`
    ],
    [
      INNER + down(`${SHOP}Name`) + `<filter><booleanFilter>1 AND 2</booleanFilter>${where([`${SHOP}Name`, 'equals', 'x'])}</filter>`,
      '<booleanFilter>: names filter 2, the report has 1.'
    ],
    [INNER + down(`${SHOP}Name`) + formula('PREVGROUPVAL(RowCount, X)'), '<calculatedFormula>: '],
    [INNER + down(`${SHOP}Name`) + '<rowLimit>3</rowLimit>', '<rowLimit>: the local org limits rows of Tabular reports only.'],
    [
      INNER +
        down(`${SHOP}Name`) +
        `<timeFrameFilter><dateColumn>${VISIT}When__c</dateColumn><interval>CURRENT_ENTITLEMENT_PERIOD</interval></timeFrameFilter>`,
      "<interval>: 'CURRENT_ENTITLEMENT_PERIOD' is not done"
    ]
  ])('%s', (body, message) => expect(() => world.report(body)).toThrow(FILE + message));
});
