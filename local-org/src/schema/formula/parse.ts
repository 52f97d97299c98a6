import { FormulaError, type BinaryOperator, type FormulaNode } from './ast.js';

interface Token {
  readonly kind: 'number' | 'string' | 'name' | 'operator' | 'end';
  readonly text: string;
  readonly position: number;
}

const TOKEN =
  /\s+|\/\*[\s\S]*?\*\/|(\d+(?:\.\d*)?|\.\d+)|"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|(\$?[A-Za-z_][\w$]*(?:[.:][A-Za-z_][\w$]*)*)|(&&|\|\||<>|!=|<=|>=|==|[-+*/^&=<>(),!])/y;

function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const position = TOKEN.lastIndex;
    const match = TOKEN.exec(formula);
    if (!match) throw new FormulaError(`Syntax error at character ${position + 1}: ${formula.slice(position, position + 20)}`);
    const [, number, double, single, name, operator] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, position });
    else if (double !== undefined || single !== undefined) tokens.push({ kind: 'string', text: unescape(double ?? single), position });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, position });
    else if (operator !== undefined) tokens.push({ kind: 'operator', text: operator, position });
  }
  tokens.push({ kind: 'end', text: '', position: formula.length });
  return tokens;
}

function unescape(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, escaped: string) => ({ n: '\n', r: '\r', t: '\t' })[escaped] ?? escaped);
}

/** Loosest first ("Formula Operators and Functions"). */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['=', '==', '<>', '!='],
  ['<', '>', '<=', '>='],
  ['+', '-', '&'],
  ['*', '/'],
  ['^']
];
const SAME: Readonly<Record<string, BinaryOperator>> = { '==': '=', '!=': '<>' };

const parsed = new Map<string, FormulaNode>();

/** The tree of a formula; kept, because the same formulas are evaluated for record after record. */
export function parseFormula(formula: string): FormulaNode {
  let node = parsed.get(formula);
  if (!node) parsed.set(formula, (node = new Parser(tokenize(formula)).parse()));
  return node;
}

class Parser {
  private index = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): FormulaNode {
    const node = this.binary(0);
    if (this.peek.kind !== 'end') this.fail();
    return node;
  }

  private get peek(): Token {
    return this.tokens[this.index];
  }

  private take(operator: string): boolean {
    if (this.peek.kind !== 'operator' || this.peek.text !== operator) return false;
    this.index++;
    return true;
  }

  private fail(): never {
    const { kind, text, position } = this.peek;
    throw new FormulaError(
      kind === 'end' ? 'Syntax error: the formula ends too early' : `Syntax error at character ${position + 1}: '${text}'`
    );
  }

  private binary(level: number): FormulaNode {
    const operators = LEVELS[level];
    if (!operators) return this.unary();
    let left = this.binary(level + 1);
    while (this.peek.kind === 'operator' && operators.includes(this.peek.text)) {
      const { text } = this.tokens[this.index++];
      left = { kind: 'binary', operator: SAME[text] ?? (text as BinaryOperator), left, right: this.binary(level + 1) };
    }
    return left;
  }

  private unary(): FormulaNode {
    if (this.take('-')) return { kind: 'minus', operand: this.unary() };
    if (this.take('+')) return this.unary();
    if (this.take('!')) return { kind: 'not', operand: this.unary() };
    return this.primary();
  }

  private primary(): FormulaNode {
    if (this.take('(')) {
      const node = this.binary(0);
      if (!this.take(')')) this.fail();
      return node;
    }
    const token = this.peek;
    this.index++;
    if (token.kind === 'number') return { kind: 'literal', value: Number(token.text), text: token.text };
    if (token.kind === 'string') return { kind: 'literal', value: token.text, text: token.text };
    if (token.kind !== 'name') {
      this.index--;
      return this.fail();
    }
    if (this.take('(')) return { kind: 'call', name: token.text.toUpperCase(), args: this.args() };
    const constant = { true: true, false: false, null: null }[token.text.toLowerCase()];
    return constant === undefined ? { kind: 'field', path: token.text } : { kind: 'literal', value: constant, text: token.text };
  }

  private args(): FormulaNode[] {
    const args: FormulaNode[] = [];
    if (this.take(')')) return args;
    do args.push(this.binary(0));
    while (this.take(','));
    if (!this.take(')')) this.fail();
    return args;
  }
}

/** Paths of the fields (and `$User.Id` globals) that a formula reads, as written. */
export function formulaPaths(formula: string): string[] {
  const paths = new Map<string, string>();
  const visit = (node: FormulaNode): void => {
    if (node.kind === 'field') paths.set(node.path.toLowerCase(), paths.get(node.path.toLowerCase()) ?? node.path);
    else if (node.kind === 'call') node.args.forEach(visit);
    else if (node.kind === 'binary') [node.left, node.right].forEach(visit);
    else if (node.kind !== 'literal') visit(node.operand);
  };
  visit(parseFormula(formula));
  return [...paths.values()];
}
