import type { ReportModel } from '../../../../site/model.js';

export interface TableRow {
  readonly key: string;
  readonly className: string;
  readonly cells: readonly {
    readonly key: string;
    readonly text: string;
    readonly url: string | null;
    readonly className: string;
    readonly span: number;
  }[];
}

/** The rows of a report as cells of a table. A group's line says its summaries over the columns of the rows below it. */
export function tableRows(report: Pick<ReportModel, 'heads' | 'rows'>): TableRow[] {
  const { heads, rows } = report;
  const deepest = Math.max(0, ...rows.map((row) => (row.kind === 'total' ? 0 : row.level)));
  return rows.map(({ kind, level, cells }, rowIndex) => {
    const last = lastGiven(cells);
    return {
      key: String(rowIndex),
      // A group that holds others, or rows, stands out as their heading.
      className: kind === 'group' && level < deepest ? `group outer level-${level}` : kind,
      cells: cells.slice(0, kind === 'row' ? cells.length : last + 1).map(({ text, recordId }, index) => ({
        key: String(index),
        text,
        url: recordId ? `/lightning/r/${recordId}/view` : null,
        className: heads[index].number && !(index === last && last < cells.length - 1) ? 'number' : '',
        span: kind !== 'row' && index === last ? cells.length - last : 1
      }))
    };
  });
}

function lastGiven(cells: readonly { readonly text: string }[]): number {
  return cells.reduce((last, cell, index) => (cell.text === '' ? last : index), 0);
}
