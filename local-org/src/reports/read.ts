import type { ReportSource, XmlElement } from '../metadata/index.js';
import { idOf } from '../schema/index.js';
import { fail, type Place } from './errors.js';
import {
  GRANULARITIES,
  OPERATORS,
  SUMMARIES,
  type Bucket,
  type CrossFilter,
  type ReportColumn,
  type ReportDefinition,
  type ReportFilter,
  type ReportFormat,
  type ReportGrouping,
  type Summary,
  type SummaryFormula
} from './model.js';

/** Elements that change which rows or numbers a report shows, and that are not done here. */
const REFUSED: Readonly<Record<string, string>> = {
  aggregateFilters: 'filters on summaries',
  block: 'joined reports',
  currency: 'a report currency',
  customDetailFormulas: 'row-level formulas',
  dataCategoryFilters: 'data category filters',
  division: 'divisions',
  hierarchyScopeBindings: 'hierarchy scopes',
  historicalSelector: 'historical trending',
  roleHierarchyFilter: 'role hierarchy filters',
  territoryHierarchyFilter: 'territory filters',
  userFilter: 'user filters'
};

/** Elements that only say how a report looks, is sent or was last used. */
const WITHOUT_EFFECT = new Set([
  'blockInfo',
  'chart',
  'colorRanges',
  'folderName',
  'formattingRules',
  'isSmartTotalDisabled',
  'numSubscriptions',
  'reportTypeApiName',
  'showCommonRowsOnly',
  'showCurrentDate'
]);

const READ = new Set([
  'aggregates',
  'buckets',
  'columns',
  'crossFilters',
  'description',
  'filter',
  'format',
  'groupingsAcross',
  'groupingsDown',
  'name',
  'params',
  'reportType',
  'rowLimit',
  'scope',
  'showDetails',
  'showGrandTotal',
  'showSubTotals',
  'sortColumn',
  'sortOrder',
  'timeFrameFilter'
]);

/** Record ids of reports begin with this. */
const REPORT_PREFIX = '00O';

/** What a report's file says. Throws ReportError for what the local org can't do, so that no report shows other rows than in an org. */
export function readReport(source: ReportSource): ReportDefinition {
  const { element: root } = source;
  const fullName = source.folder === '' ? source.name : `${source.folder}/${source.name}`;
  const place: Place = { file: source.file, what: `report ${fullName}` };
  refuseUnsupported(root, place);
  const format = enumeration(root, 'format', ['Tabular', 'Summary', 'Matrix', 'MultiBlock'] as const, place);
  if (format === 'MultiBlock') fail(place, 'format', 'the local org has no joined reports (MultiBlock).');
  const filter = root.first('filter');
  const report: ReportDefinition = {
    id: reportId(fullName),
    fullName,
    name: source.name,
    folder: source.folder,
    label: root.text('name') ?? source.name,
    description: root.text('description'),
    place,
    reportType: root.text('reportType') ?? fail(place, 'reportType', 'a report needs one.'),
    format,
    scope: scope(root, place),
    columns: root.all('columns').map((element) => column(element, place)),
    groupingsDown: root.all('groupingsDown').map((element) => grouping(element, place)),
    groupingsAcross: root.all('groupingsAcross').map((element) => grouping(element, place)),
    filters: filter?.all('criteriaItems').map((element) => criterion(element, place)) ?? [],
    booleanFilter: filter?.text('booleanFilter') ?? null,
    crossFilters: root.all('crossFilters').map((element) => crossFilter(element, place)),
    timeFrame: timeFrame(root, place),
    buckets: root.all('buckets').map((element) => bucket(element, place)),
    formulas: root.all('aggregates').flatMap((element) => formula(element, place)),
    sort: sort(root, place),
    rowLimit: root.number('rowLimit'),
    showDetails: root.flag('showDetails', true),
    showSubtotals: root.flag('showSubTotals', true),
    showGrandTotal: root.flag('showGrandTotal', true)
  };
  checkFormat(report, format, place);
  return report;
}

/** The record id of a report, the same each time the project is opened. */
export function reportId(fullName: string): string {
  return idOf(REPORT_PREFIX, fullName);
}

function refuseUnsupported(root: XmlElement, place: Place): void {
  for (const { name, value, children } of root.children) {
    const given = value !== null || children.length > 0;
    if (given && REFUSED[name]) fail(place, name, `the local org does not do ${REFUSED[name]}.`);
    if (!REFUSED[name] && !READ.has(name) && !WITHOUT_EFFECT.has(name)) fail(place, name, 'no such element in a report.');
  }
  for (const parameter of root.all('params')) {
    // `co` (and `scopeid` without a value) stands in every report that was saved; anything else is a filter of a standard report type.
    const name = parameter.text('name') ?? '';
    if (name !== 'co' && parameter.text('value') !== null)
      fail(place, 'params', `the standard filter '${name}' is not done by the local org.`);
  }
}

function checkFormat(report: ReportDefinition, format: ReportFormat, place: Place): void {
  const down = report.groupingsDown.length;
  const across = report.groupingsAcross.length;
  if (format === 'Tabular' && down + across > 0) fail(place, 'format', 'a Tabular report has no groupings; make it Summary.');
  if (format !== 'Matrix' && across > 0) fail(place, 'groupingsAcross', `only a Matrix report is grouped across, this one is ${format}.`);
  if (format === 'Summary' && down === 0) fail(place, 'format', 'a Summary report needs a groupingsDown.');
  if (format === 'Matrix' && (down === 0 || across === 0))
    fail(place, 'format', 'a Matrix report needs groupingsDown and groupingsAcross.');
  if (down > 3) fail(place, 'groupingsDown', 'at most three.');
  if (across > 2) fail(place, 'groupingsAcross', 'at most two.');
  if (report.rowLimit !== null && format !== 'Tabular') fail(place, 'rowLimit', 'the local org limits rows of Tabular reports only.');
  const grouped = new Set([...report.groupingsDown, ...report.groupingsAcross].map((each) => each.column));
  const twice = report.columns.find((each) => grouped.has(each.column));
  if (twice) fail(place, 'columns', `${twice.column} is grouped by, so it can't be a column as well.`);
}

function scope(root: XmlElement, place: Place): ReportDefinition['scope'] {
  const text = root.text('scope') ?? 'organization';
  // `orgAll` is how standard types of campaigns and activities spell "all".
  if (text === 'organization' || text === 'orgAll') return 'organization';
  if (text === 'user') return 'user';
  return fail(place, 'scope', `'${text}' is not done by the local org; it knows organization and user.`);
}

function column(element: XmlElement, place: Place): ReportColumn {
  const summaries = element.texts('aggregateTypes').filter((type) => type !== 'None' && type !== 'Noop');
  const unknown = summaries.find((type) => !(SUMMARIES as readonly string[]).includes(type));
  if (unknown) fail(place, 'aggregateTypes', `'${unknown}' is not done by the local org; it knows ${SUMMARIES.join(', ')}.`);
  return { column: required(element, 'field', place), summaries: summaries as Summary[] };
}

function grouping(element: XmlElement, place: Place): ReportGrouping {
  const sortBy = element.text('sortByName');
  const summary = element.text('aggregateType');
  return {
    column: required(element, 'field', place),
    granularity: element.text('dateGranularity') === null ? 'None' : enumeration(element, 'dateGranularity', GRANULARITIES, place),
    descending: element.text('sortOrder') === 'Desc',
    sortBy:
      sortBy === null
        ? null
        : {
            name: sortBy,
            summary: summary === null || summary === 'RowCount' ? null : enumeration(element, 'aggregateType', SUMMARIES, place)
          }
  };
}

function criterion(element: XmlElement, place: Place): ReportFilter {
  if (element.flag('columnToColumn')) fail(place, 'columnToColumn', 'the local org does not compare columns with columns.');
  if (element.text('snapshot') !== null) fail(place, 'snapshot', 'the local org has no historical trending.');
  return {
    column: required(element, 'column', place),
    operator: enumeration(element, 'operator', OPERATORS, place),
    value: element.text('value') ?? ''
  };
}

function crossFilter(element: XmlElement, place: Place): CrossFilter {
  return {
    with: enumeration(element, 'operation', ['with', 'without'] as const, place) === 'with',
    primaryColumn: required(element, 'primaryTableColumn', place),
    relatedTable: required(element, 'relatedTable', place),
    relatedJoin: required(element, 'relatedTableJoinColumn', place),
    filters: element.all('criteriaItems').map((item) => criterion(item, place))
  };
}

function timeFrame(root: XmlElement, place: Place): ReportDefinition['timeFrame'] {
  const element = root.first('timeFrameFilter');
  return (
    element && {
      column: required(element, 'dateColumn', place),
      interval: required(element, 'interval', place),
      start: element.text('startDate'),
      end: element.text('endDate')
    }
  );
}

function bucket(element: XmlElement, place: Place): Bucket {
  return {
    name: required(element, 'developerName', place),
    label: required(element, 'masterLabel', place),
    kind: enumeration(element, 'bucketType', ['number', 'text', 'picklist'] as const, place),
    source: required(element, 'sourceColumnName', place),
    nullIsZero: element.text('nullTreatment') === 'z',
    otherLabel: element.text('otherBucketLabel') ?? 'Other',
    useOther: element.flag('useOther'),
    values: element.all('values').map((value) => {
      const [range] = value.all('sourceValues');
      return {
        label: required(value, 'value', place),
        from: range?.number('from') ?? null,
        to: range?.number('to') ?? null,
        values: value.all('sourceValues').flatMap((each) => each.text('sourceValue') ?? [])
      };
    })
  };
}

function formula(element: XmlElement, place: Place): SummaryFormula[] {
  if (element.flag('isCrossBlock')) fail(place, 'isCrossBlock', 'the local org has no joined reports.');
  // An inactive formula is defined in the report and not shown.
  if (!element.flag('isActive')) return [];
  const context = (name: string): string | null => {
    const text = element.text(name);
    return text === null || text === 'GLOBAL' || text === 'ALL_SUMMARY_LEVELS' ? null : text;
  };
  return [
    {
      name: required(element, 'developerName', place),
      label: required(element, 'masterLabel', place),
      formula: required(element, 'calculatedFormula', place),
      type: enumeration(element, 'datatype', ['currency', 'number', 'percent', 'text'] as const, place),
      scale: element.number('scale') ?? 0,
      down: context('downGroupingContext'),
      across: context('acrossGroupingContext')
    }
  ];
}

function sort(root: XmlElement, place: Place): ReportDefinition['sort'] {
  const name = root.text('sortColumn');
  return name === null ? null : { column: name, descending: enumeration(root, 'sortOrder', ['Asc', 'Desc'] as const, place) === 'Desc' };
}

function required(element: XmlElement, name: string, place: Place): string {
  return element.text(name) ?? fail(place, name, `is missing in <${element.name}>.`);
}

function enumeration<T extends string>(element: XmlElement, name: string, values: readonly T[], place: Place): T {
  const text = required(element, name, place);
  return (
    values.find((value) => value === text) ?? fail(place, name, `'${text}' is not done by the local org; it knows ${values.join(', ')}.`)
  );
}
