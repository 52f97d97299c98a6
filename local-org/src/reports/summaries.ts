import { evaluateFormula, FormulaError, formulaPaths, type Schema } from '../schema/index.js';
import { ApexDecimal } from '../values/index.js';
import { cellOf, NOTHING, numberOf, numberText, type Cell } from './cells.js';
import { resolveColumn, type Column } from './columns.js';
import { fail } from './errors.js';
import type { ReportDefinition, Summary, SummaryFormula } from './model.js';
import type { Node, Total, Totals } from './totals.js';
import type { ReportType } from './types.js';

/** A number that a report shows for each group: a column's summary, the count of rows, or a formula. */
export interface ReportSummary {
  /** As the REST API names it: `s!AMOUNT`, `RowCount`, `FORMULA1`. */
  readonly name: string;
  readonly label: string;
  readonly type: string;
  /** What it needs to know of columns. */
  readonly measures: readonly Measure[];
  cell(totals: Totals, down: Node, across: Node, timeZone: string): Cell;
}

/** The columns that a report shows, with what it sums up of them; a formula that stands among the columns is none of them. */
export function summariesOf(report: ReportDefinition): { name: string; summaries: readonly Summary[] }[] {
  const formulas = new Set(report.formulas.map((formula) => formula.name));
  return report.columns.filter(({ column }) => !formulas.has(column)).map(({ column, summaries }) => ({ name: column, summaries }));
}

export interface Measure {
  readonly column: Column;
  readonly summary: Summary;
}

/** How the REST API prefixes summaries (Reports and Dashboards REST API Developer Guide, "Report Metadata"). */
const PREFIXES: Readonly<Record<Summary, string>> = { Sum: 's', Average: 'a', Maximum: 'mx', Minimum: 'm', Unique: 'u' };
const WORDS: Readonly<Record<Summary, string>> = {
  Sum: 'Sum of',
  Average: 'Average',
  Maximum: 'Largest',
  Minimum: 'Smallest',
  Unique: 'Unique Count of'
};
const NUMBERS = ['int', 'long', 'double', 'currency', 'percent'];
const DATES = ['date', 'datetime'];

export const ROW_COUNT: ReportSummary = {
  name: 'RowCount',
  label: 'Record Count',
  type: 'int',
  measures: [],
  cell: (totals, down, across) => {
    const { rows } = totals.total(down, across);
    return { value: rows, label: rows.toLocaleString('en-US') };
  }
};

/** Of a column, as the report asks for it; throws where a field has no such summary. */
export function columnSummary(column: Column, summary: Summary, report: ReportDefinition): ReportSummary {
  const allowed = summary === 'Unique' || NUMBERS.includes(column.type) || (DATES.includes(column.type) && /^(Max|Min)imum$/.test(summary));
  if (!allowed) fail(report.place, 'aggregateTypes', `${column.name} is of type ${column.type}: it has no ${summary}.`);
  const isNumber = summary === 'Unique';
  return {
    name: `${PREFIXES[summary]}!${column.name}`,
    label: `${WORDS[summary]} ${column.label}`,
    type: isNumber ? 'int' : column.type,
    measures: [{ column, summary }],
    cell: (totals, down, across, timeZone) => summaryCell(totals.total(down, across), column, summary, timeZone)
  };
}

function summaryCell(total: Total, column: Column, summary: Summary, timeZone: string): Cell {
  const value = summaryValue(total, column, summary);
  if (value === null) return summary === 'Sum' ? { value: 0, label: numberText(0, column.type, column.field.scale) } : NOTHING;
  if (summary === 'Unique') return { value: numberOf(value), label: numberOf(value)!.toLocaleString('en-US') };
  if (summary === 'Average') {
    const number = numberOf(value)!;
    return { value: number, label: numberText(number, column.type, Math.max(column.field.scale, 2)) };
  }
  return cellOf(column, value, null, timeZone);
}

function summaryValue(total: Total, column: Column, summary: Summary): unknown {
  const of = total.column(column.name);
  switch (summary) {
    case 'Sum':
      return of.sum;
    case 'Average':
      return of.sum === null || of.count === 0 ? null : of.sum.divide(ApexDecimal.of(of.count));
    case 'Minimum':
      return of.minimum;
    case 'Maximum':
      return of.maximum;
    case 'Unique':
      return of.uniques.size;
  }
}

const SUFFIXES: Readonly<Record<string, Summary>> = { SUM: 'Sum', AVG: 'Average', MAX: 'Maximum', MIN: 'Minimum', UNIQUE: 'Unique' };
const GRAND = ['GRAND_SUMMARY', 'ROW_GRAND_SUMMARY', 'COLUMN_GRAND_SUMMARY'];
const PARENT = /PARENTGROUPVAL\(\s*([\w.$]+(?::\w+)?)\s*,\s*([\w.$]+)\s*(?:,\s*([\w.$]+)\s*)?\)/gi;

/** A summary formula: `Campaign.X__c:SUM / RowCount`, PARENTGROUPVAL of a group around it, and the formula functions. */
export function formulaSummary(formula: SummaryFormula, report: ReportDefinition, type: ReportType, schema: Schema): ReportSummary {
  const wrong = (message: string): never => fail(report.place, 'calculatedFormula', `${formula.name} (${formula.formula}): ${message}`);
  const parents: { token: string; down: string; across: string }[] = [];
  const text = formula.formula.replace(PARENT, (_match, token: string, down: string, across: string | undefined) => {
    parents.push({ token, down, across: across ?? 'COLUMN_GRAND_SUMMARY' });
    return `PARENT__${parents.length - 1}`;
  });
  let paths: string[];
  try {
    paths = formulaPaths(text);
  } catch (error) {
    return wrong((error as Error).message);
  }
  const tokens = new Map<string, Measure | null>();
  for (const token of [...paths.filter((path) => !path.startsWith('PARENT__')), ...parents.map((parent) => parent.token)])
    tokens.set(token, measureOf(token, type, schema, report));
  const read = (token: string, total: Total): unknown => {
    const measure = tokens.get(token) ?? null;
    if (measure === null) return total.rows;
    return summaryValue(total, measure.column, measure.summary) ?? (measure.summary === 'Sum' ? 0 : null);
  };
  const level = (name: string, axis: 'down' | 'across'): number | null => {
    if (GRAND.includes(name)) return 0;
    const groupings = axis === 'down' ? report.groupingsDown : report.groupingsAcross;
    const index = groupings.findIndex((each) => each.column === name || each.column.replaceAll('$', '.') === name);
    return index < 0 ? wrong(`${name} is no grouping ${axis} of the report.`) : index + 1;
  };
  const shownDown = formula.down === null ? null : level(formula.down, 'down');
  const shownAcross = formula.across === null ? null : level(formula.across, 'across');
  const around = parents.map(({ token, down, across }) => ({ token, down: level(down, 'down')!, across: level(across, 'across')! }));

  return {
    name: formula.name,
    label: formula.label,
    type: formula.type === 'number' ? 'double' : formula.type,
    measures: [...tokens.values()].filter((measure) => measure !== null),
    cell: (totals, down, across) => {
      if ((shownDown !== null && shownDown !== down.depth) || (shownAcross !== null && shownAcross !== across.depth)) return NOTHING;
      const field = (path: string): unknown => {
        const parent = path.startsWith('PARENT__') ? around[Number(path.slice('PARENT__'.length))] : null;
        if (!parent) return read(path, totals.total(down, across));
        const [outerDown, outerAcross] = [ancestor(down, parent.down), ancestor(across, parent.across)];
        return outerDown && outerAcross ? read(parent.token, totals.total(outerDown, outerAcross)) : null;
      };
      return formulaCell(text, field, formula, wrong);
    }
  };
}

function ancestor(node: Node, depth: number): Node | null {
  let at: Node | null = node;
  while (at && at.depth > depth) at = at.parent;
  return at?.depth === depth ? at : null;
}

function formulaCell(text: string, field: (path: string) => unknown, formula: SummaryFormula, wrong: (message: string) => never): Cell {
  try {
    const result = evaluateFormula(text, { field, isNew: false, where: `summary formula ${formula.name}` });
    if (result === null) return NOTHING;
    if (!(result instanceof ApexDecimal)) {
      return formula.type === 'text' && typeof result === 'string'
        ? { value: result, label: result }
        : wrong(`is not of type ${formula.type}`);
    }
    // A formula says 0.25 where a percent field holds 25.
    const number = result.value.toNumber() * (formula.type === 'percent' ? 100 : 1);
    return { value: number, label: numberText(number, formula.type, formula.scale) };
  } catch (error) {
    // A division by zero is shown in its cell, as in an org.
    if (error instanceof FormulaError) return { value: null, label: '#Error!' };
    throw error;
  }
}

/** `RowCount` is null. Fields of custom report types are named by object or table, with a point: `CampaignMember.Responded__c:SUM`. */
function measureOf(token: string, type: ReportType, schema: Schema, report: ReportDefinition): Measure | null {
  if (token.toLowerCase() === 'rowcount') return null;
  const [, name = '', suffix = ''] = /^(.+):(\w+)$/.exec(token) ?? [];
  const summary = SUFFIXES[suffix.toUpperCase()];
  if (!summary)
    return fail(report.place, 'calculatedFormula', `'${token}' is neither RowCount nor a column with :SUM, :AVG, :MAX, :MIN or :UNIQUE.`);
  const dot = name.lastIndexOf('.');
  const owner = name.slice(0, dot).toLowerCase();
  const table = type.tables.find((each) => each.path.toLowerCase() === owner || each.object.name.toLowerCase() === owner);
  const offered = type.columns.has(name) || !table ? name : `${table.path}$${name.slice(dot + 1)}`;
  const column = resolveColumn(offered, type, schema, report.place, 'calculatedFormula');
  columnSummary(column, summary, report);
  return { column, summary };
}
