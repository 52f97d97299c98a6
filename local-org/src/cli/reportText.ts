import { MOST_ROWS, type ReportView } from '../reports/index.js';
import { table } from './table.js';

/** A report as text. */
export function reportLines(view: ReportView): string[] {
  const lines = [`${view.label} (${view.format}, ${view.typeLabel})`];
  if (view.description) lines.push(view.description);
  if (view.hidden.length) lines.push(`Hidden from this user: ${view.hidden.join(', ')}`);
  const numbers = new Set(view.heads.flatMap((head, index) => (head.number ? [index] : [])));
  const rows = view.rows.map((row) => row.cells.map((cell) => cell.text));
  lines.push(
    '',
    ...table(
      view.heads.map((head) => head.label),
      rows,
      numbers
    ),
    ''
  );
  lines.push(view.totals.map(({ label, text }) => `${label}: ${text}`).join(', '));
  if (view.cut) lines.push(`Only the first ${MOST_ROWS.toLocaleString('en-US')} rows are shown; the totals count all of them.`);
  return lines;
}
