/** What the text of a query says about its result, read without a full parse: the engine checks the rest. */
export interface QueryShape {
  /** The object after the outermost FROM, as written. */
  readonly object: string;
  /** `SELECT COUNT() FROM …` */
  readonly isCount: boolean;
  /** Rows are AggregateResults. */
  readonly isAggregate: boolean;
}

const AGGREGATE = /\b(count|count_distinct|sum|avg|min|max|grouping)\s*\(/i;

export function queryShape(text: string): QueryShape | null {
  const outer = outermost(text);
  const parts = /^\s*select\s+([\s\S]*?)\s+from\s+([A-Za-z_]\w*)([\s\S]*)$/i.exec(outer);
  if (!parts) return null;
  const [, fields, object, rest] = parts as unknown as [string, string, string, string];
  const isCount = /^count\s*\(\s*\)$/i.test(fields.trim());
  return { object, isCount, isAggregate: !isCount && (AGGREGATE.test(fields) || /\bgroup\s+by\b/i.test(rest)) };
}

/** The text without string literals and sub-queries: neither may hide a FROM. */
function outermost(text: string): string {
  const bare = text.replace(/'(?:\\.|[^'\\])*'/g, "''");
  let result = '';
  let depth = 0;
  for (const [index, character] of [...bare].entries()) {
    if (character === '(') depth += /^\(\s*select\b/i.test(bare.slice(index)) || depth > 0 ? 1 : 0;
    if (depth === 0) result += character;
    if (character === ')' && depth > 0) depth -= 1;
  }
  return result;
}
