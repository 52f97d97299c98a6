import type { Token } from './dialect.js';
import { unexpectedToken } from './errors.js';

/** The boolean structure of a WHERE or HAVING clause; its comparisons are left open. */
export type Skeleton =
  | { readonly kind: 'leaf' }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Skeleton[] }
  | { readonly kind: 'not'; readonly operand: Skeleton };

const LEAF: Skeleton = { kind: 'leaf' };

/**
 * The structures of all WHERE and HAVING clauses of a query, sub-queries included, in the order in which they begin. They are read from the
 * text because the parser only counts parentheses on its comparisons, and keeps two NOTs in a row at most.
 */
export function skeletons(tokens: readonly Token[]): Skeleton[] {
  const found: Skeleton[] = [];
  tokens.forEach((token, index) => {
    if (token.kind === 'word' && /^(WHERE|HAVING)$/i.test(token.text)) found.push(new SkeletonReader(tokens, index + 1).sequence());
  });
  return found;
}

class SkeletonReader {
  constructor(
    private readonly tokens: readonly Token[],
    private next: number
  ) {}

  /** AND and OR side by side need parentheses, as on the platform. */
  sequence(): Skeleton {
    const operands = [this.operand()];
    let operator: string | null = null;
    for (;;) {
      const word = this.word(0);
      if (word !== 'AND' && word !== 'OR') break;
      if (operator !== null && operator !== word) throw unexpectedToken(this.tokens[this.next].text);
      operator = word;
      this.next++;
      operands.push(this.operand());
    }
    return operator === null ? operands[0] : { kind: operator === 'AND' ? 'and' : 'or', operands };
  }

  private operand(): Skeleton {
    if (this.word(0) === 'NOT') {
      this.next++;
      return { kind: 'not', operand: this.operand() };
    }
    if (this.tokens[this.next]?.text !== '(') return this.leaf();
    this.next++;
    const inner = this.sequence();
    const close = this.tokens[this.next++];
    if (close?.text !== ')') throw unexpectedToken(close?.text ?? '');
    return inner;
  }

  /** A comparison goes on to the AND, OR, parenthesis or clause that ends it; parentheses inside of it are its own. */
  private leaf(): Skeleton {
    const start = this.tokens[this.next];
    if (!start) throw unexpectedToken('');
    for (; this.next < this.tokens.length; this.next++) {
      const token = this.tokens[this.next];
      if (token.depth > start.depth) continue;
      if (token.depth < start.depth || this.endsComparison()) break;
    }
    return LEAF;
  }

  private endsComparison(): boolean {
    switch (this.word(0)) {
      case 'AND':
      case 'OR':
      case 'WITH':
      case 'LIMIT':
      case 'OFFSET':
      case 'HAVING':
      case 'FOR':
      case 'UPDATE':
        return true;
      case 'GROUP':
      case 'ORDER':
        return this.word(1) === 'BY';
      default:
        return false;
    }
  }

  private word(ahead: number): string | null {
    const token = this.tokens[this.next + ahead];
    return token?.kind === 'word' ? token.text.toUpperCase() : null;
  }
}
