const WIDEST = 60;

/** Rows as a table of text: a head, a line, the rows. Columns in `right` stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], right: ReadonlySet<number> = new Set()): string[] {
  const widths = head.map((text, column) => Math.min(WIDEST, Math.max(text.length, ...rows.map((row) => (row[column] ?? '').length))));
  const line = (cells: readonly string[]): string =>
    head
      .map((_, column) =>
        right.has(column) ? (cells[column] ?? '').padStart(widths[column]) : (cells[column] ?? '').padEnd(widths[column])
      )
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)];
}
