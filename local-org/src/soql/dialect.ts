/**
 * SOQL as Apex writes it goes beyond what the parser library reads: binds in LIMIT, OFFSET and value lists, ALL ROWS, functions inside
 * ROLLUP and CUBE, exponents, aliases for parents in FROM, comments. These are rewritten to plain SOQL before parsing, and what they said is kept beside it.
 */

export interface Rewritten {
  readonly text: string;
  /** Bind names in order; the text holds marks for them. */
  readonly binds: readonly string[];
  readonly allRows: boolean;
  readonly grouping: 'PLAIN' | 'ROLLUP' | 'CUBE';
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly tokens: readonly Token[];
}

export interface Token {
  readonly kind: 'string' | 'bind' | 'date' | 'number' | 'word' | 'mark';
  text: string;
  /** What stands before it: nothing, or one space for blanks and comments. */
  readonly space: '' | ' ';
  /** Parentheses around it; a parenthesis itself is as deep as what it stands in. */
  depth: number;
}

const TOKEN =
  /((?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*)*)(?:('(?:[^'\\]|\\[\s\S])*')|(:\s*[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*)|(\d{4}-\d\d-\d\d(?:T[^\s),]*)?)|((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([A-Za-z_][\w.]*)|([\s\S]))/gy;
const KINDS = ['string', 'bind', 'date', 'number', 'word', 'mark'] as const;

/** A character of the private use area starts a mark: no query text has it. */
const MARK = '\uE000';
/** LIMIT and OFFSET take numbers only; a bind stands there as a number no query would give. */
const COUNT_MARK = 2_000_000_000;

export function rewrite(text: string): Rewritten {
  const tokens = tokenize(text);
  const aliases = takeAliases(tokens);
  const grouping = takeGrouping(tokens);
  const allRows = takeAllRows(tokens);
  const binds = markBinds(tokens);
  for (const token of tokens) {
    if (token.kind === 'number' && /e/i.test(token.text)) {
      token.text = Number(token.text).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
    }
  }
  return { text: tokens.map((token) => token.space + token.text).join(''), binds, allRows, grouping, aliases, tokens };
}

/** The number of the bind that a string literal (with its quotes) stands for, or null. */
export function markedBind(literal: string): number | null {
  return literal.startsWith(`'${MARK}`) ? Number(literal.slice(2, -1)) : null;
}

/** The number of the bind that a LIMIT or OFFSET stands for, or null. */
export function markedCount(count: number): number | null {
  return count >= COUNT_MARK ? count - COUNT_MARK : null;
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  TOKEN.lastIndex = 0;
  const source = text.trimEnd();
  while (TOKEN.lastIndex < source.length) {
    const match = TOKEN.exec(source);
    if (!match) break;
    const index = KINDS.findIndex((_, i) => match[i + 2] !== undefined);
    const content = match[index + 2];
    if (content === ')') depth--;
    tokens.push({ kind: KINDS[index], text: content, space: match[1] === '' ? '' : ' ', depth });
    if (content === '(') depth++;
  }
  return tokens;
}

function is(token: Token | undefined, ...words: string[]): boolean {
  return token?.kind === 'word' && words.includes(token.text.toUpperCase());
}

function takeAllRows(tokens: Token[]): boolean {
  const at = tokens.findIndex((token, i) => is(token, 'ALL') && is(tokens[i + 1], 'ROWS'));
  if (at < 0) return false;
  tokens.splice(at, 2);
  return true;
}

/** `GROUP BY ROLLUP(a, f(b))` becomes `GROUP BY a, f(b)`. */
function takeGrouping(tokens: Token[]): Rewritten['grouping'] {
  const at = tokens.findIndex((token, i) => is(token, 'ROLLUP', 'CUBE') && is(tokens[i - 1], 'BY') && tokens[i + 1]?.text === '(');
  if (at < 0) return 'PLAIN';
  const grouping = tokens[at].text.toUpperCase() as 'ROLLUP' | 'CUBE';
  const open = tokens[at + 1];
  const close = tokens.findIndex((token, i) => i > at + 1 && token.text === ')' && token.depth === open.depth);
  if (close < 0) return 'PLAIN';
  tokens.splice(close, 1);
  tokens.splice(at, 2);
  return grouping;
}

/** `FROM Contact c, c.Account a` becomes `FROM Contact c`. */
function takeAliases(tokens: Token[]): Map<string, readonly string[]> {
  const aliases = new Map<string, readonly string[]>();
  const from = tokens.findIndex((token) => is(token, 'FROM') && token.depth === 0);
  if (from < 0) return aliases;
  let comma = from + 2;
  if (tokens[comma]?.kind === 'word') comma++;
  while (tokens[comma]?.text === ',' && tokens[comma + 1]?.kind === 'word' && tokens[comma + 2]?.kind === 'word') {
    aliases.set(tokens[comma + 2].text.toLowerCase(), tokens[comma + 1].text.split('.'));
    tokens.splice(comma, 3);
  }
  return aliases;
}

function markBinds(tokens: Token[]): string[] {
  const binds: string[] = [];
  tokens.forEach((token, i) => {
    if (token.kind !== 'bind') return;
    const number = binds.push(token.text.slice(1).replaceAll(/\s+/g, '')) - 1;
    const before = tokens[i - 1];
    if (is(before, 'LIMIT', 'OFFSET')) token.text = String(COUNT_MARK + number);
    else if (is(before, 'IN', 'INCLUDES', 'EXCLUDES')) token.text = `('${MARK}${number}')`;
    else token.text = `'${MARK}${number}'`;
    if (token.space === '' && before?.kind === 'word') token.text = ` ${token.text}`;
  });
  return binds;
}
