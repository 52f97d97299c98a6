import type { Cell } from './cells.js';
import { MOST_ROWS, type ReportResult } from './run.js';
import type { ReportSummary } from './summaries.js';
import type { Node } from './totals.js';

/** A report as a table: what the page and the command line draw. */
export interface ReportView {
  readonly id: string;
  readonly label: string;
  readonly description: string | null;
  readonly format: string;
  readonly folder: string;
  readonly typeLabel: string;
  /** The summaries of the whole report. */
  readonly totals: readonly { readonly label: string; readonly text: string }[];
  readonly heads: readonly ViewHead[];
  readonly rows: readonly ViewRow[];
  /** More groups or rows than are shown. */
  readonly cut: boolean;
  readonly hidden: readonly string[];
}

export interface ViewHead {
  readonly label: string;
  readonly number: boolean;
}

export interface ViewRow {
  readonly kind: 'group' | 'row' | 'total';
  /** Of a group: how deep it lies. */
  readonly level: number;
  readonly cells: readonly ViewCell[];
}

export interface ViewCell {
  readonly text: string;
  /** The record that the cell leads to. */
  readonly recordId: string | null;
}

const BLANK: ViewCell = { text: '', recordId: null };
const NUMBERS = ['int', 'long', 'double', 'currency', 'percent'];

export function reportView(result: ReportResult): ReportView {
  const { report, totals } = result;
  const table = result.details && result.groupersAcross.length === 0 ? detailTable(result) : groupTable(result);
  return {
    id: report.id,
    label: report.label,
    description: report.description,
    format: report.format,
    folder: report.folder,
    typeLabel: result.type.label,
    totals: result.summaries.map((summary) => ({
      label: summary.name === 'RowCount' ? 'Total Records' : summary.label.replace(/^Sum of /, 'Total '),
      text: summary.cell(totals, totals.down, totals.across, result.timeZone).label
    })),
    heads: table.heads,
    rows: table.rows.slice(0, MOST_ROWS),
    cut: !result.allData || table.rows.length > MOST_ROWS,
    hidden: result.hidden
  };
}

interface Table {
  readonly heads: ViewHead[];
  readonly rows: ViewRow[];
}

/** Groups with their summaries; in a matrix each group across has columns of its own, and the totals stand last. */
function groupTable(result: ReportResult): Table {
  const { totals, summaries } = result;
  const labels = result.groupersDown.map((each): ViewHead => ({ label: each.label, number: false }));
  const columns = leaves(totals.across).flatMap((node) => summaries.map((summary) => ({ node, summary })));
  const rows: ViewRow[] = [];
  const summaryCells = (node: Node): ViewCell[] =>
    columns.map((column) => ({ text: column.summary.cell(totals, node, column.node, result.timeZone).label, recordId: null }));
  visitGroups(totals.down, (node) => {
    rows.push({ kind: 'group', level: node.depth - 1, cells: [...placed(node, labels.length, groupCell(node)), ...summaryCells(node)] });
  });
  const total = labels.map((_, index) => (index === 0 ? { text: 'Total', recordId: null } : BLANK));
  rows.push({ kind: 'total', level: 0, cells: [...total, ...summaryCells(totals.down)] });
  const heads = columns.map(({ node, summary }) => ({ label: headOf(node, summary, result), number: true }));
  return { heads: [...labels, ...heads], rows };
}

/** Rows under their groups; a group's own line says its summaries. */
function detailTable(result: ReportResult): Table {
  const { totals, columns, summaries } = result;
  const labels = result.groupersDown.map((each): ViewHead => ({ label: each.label, number: false }));
  const text = (node: Node): string =>
    summaries.map((summary) => `${summary.label}: ${summary.cell(totals, node, totals.across, result.timeZone).label}`).join(' · ');
  const rest = columns.slice(1).map(() => BLANK);
  const rows: ViewRow[] = [];
  const addRows = (node: Node): void => {
    for (const row of result.rows.get(`${node.key}!T`) ?? []) {
      const cells = row.map((cell, index) => ({ text: cell.label, recordId: columns[index].idPath ? idOf(cell) : null }));
      rows.push({ kind: 'row', level: node.depth, cells: [...labels.map(() => BLANK), ...cells] });
    }
  };
  addRows(totals.down);
  visitGroups(totals.down, (node) => {
    const cells = [...placed(node, labels.length, groupCell(node)), { text: text(node), recordId: null }, ...rest];
    rows.push({ kind: 'group', level: node.depth - 1, cells });
    addRows(node);
  });
  if (labels.length) {
    const total = labels.map((_, index) => (index === 0 ? { text: 'Total', recordId: null } : BLANK));
    rows.push({ kind: 'total', level: 0, cells: [...total, { text: text(totals.down), recordId: null }, ...rest] });
  }
  const heads = columns.map((column) => ({ label: column.label, number: NUMBERS.includes(column.type) }));
  return { heads: [...labels, ...heads], rows };
}

function visitGroups(node: Node, visit: (node: Node) => void): void {
  for (const child of node.children) {
    visit(child);
    visitGroups(child, visit);
  }
}

function placed(node: Node, columns: number, cell: ViewCell): ViewCell[] {
  return Array.from({ length: columns }, (_, index) => (index === node.depth - 1 ? cell : BLANK));
}

function groupCell(node: Node): ViewCell {
  return { text: node.group!.label, recordId: idOf(node.group!) };
}

const RECORD_ID = /^[a-zA-Z0-9]{18}$/;

function idOf(cell: Cell): string | null {
  return typeof cell.value === 'string' && cell.value !== cell.label && RECORD_ID.test(cell.value) ? cell.value : null;
}

/** Groups across, innermost, and the total of all behind them. */
function leaves(root: Node): Node[] {
  const inner = (node: Node): Node[] => (node.children.length ? node.children.flatMap(inner) : [node]);
  return root.children.length ? [...inner(root), root] : [root];
}

function headOf(node: Node, summary: ReportSummary, { summaries, groupersAcross }: ReportResult): string {
  const several = summaries.length > 1;
  const path: string[] = [];
  for (let at: Node | null = node; at?.group; at = at.parent) {
    // `true` alone does not say of what.
    const name = typeof at.group.value === 'boolean' ? `${groupersAcross[at.depth - 1].label}: ` : '';
    path.unshift(name + at.group.label);
  }
  if (path.length === 0) return node.children.length ? (several ? `Total ${summary.label}` : 'Total') : summary.label;
  return several ? `${path.join(' / ')}: ${summary.label}` : path.join(' / ');
}
