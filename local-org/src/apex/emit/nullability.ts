import type { Block, Expression, Statement } from '../syntax/index.js';

/** Which local variables of a body are never assigned anything that may be null, judged by the form of what is assigned. */
export class Nullability {
  private readonly doubtful = new Set<string>();

  static of(body: Block): Nullability {
    const found = new Nullability();
    found.statement(body);
    return found;
  }

  /** Whether a variable that starts non-null stays so. */
  staysNonNull(name: string): boolean {
    return !this.doubtful.has(name.toLowerCase());
  }

  private statement(node: Statement | null): void {
    if (!node) return;
    switch (node.kind) {
      case 'block':
        return node.statements.forEach((each) => this.statement(each));
      case 'local':
        return node.declarators.forEach((each) => this.expression(each.initializer));
      case 'expression':
        return this.expression(node.expression);
      case 'if':
        this.expression(node.condition);
        this.statement(node.then);
        return this.statement(node.otherwise);
      case 'switch':
        this.expression(node.subject);
        node.cases.forEach((each) => this.statement(each.body));
        return this.statement(node.otherwise);
      case 'for':
        if (node.initializer && 'kind' in node.initializer) this.statement(node.initializer);
        else node.initializer?.forEach((each) => this.expression(each));
        this.expression(node.condition);
        node.updates.forEach((each) => this.expression(each));
        return this.statement(node.body);
      case 'forEach':
        this.doubtful.add(node.name.toLowerCase());
        this.expression(node.iterable);
        return this.statement(node.body);
      case 'while':
      case 'doWhile':
        this.expression(node.condition);
        return this.statement(node.body);
      case 'try':
        this.statement(node.body);
        node.catches.forEach((each) => this.statement(each.body));
        return this.statement(node.finallyBlock);
      case 'return':
        return this.expression(node.value);
      case 'throw':
        return this.expression(node.value);
      case 'dml':
        return this.expression(node.target);
      case 'merge':
        this.expression(node.master);
        return this.expression(node.duplicates);
      case 'runAs':
        this.expression(node.user);
        return this.statement(node.body);
      default:
        return;
    }
  }

  private expression(node: Expression | null): void {
    if (!node) return;
    switch (node.kind) {
      case 'assign':
        if (node.target.kind === 'name' && node.operator === null && !this.certain(node.value))
          this.doubtful.add(node.target.name.toLowerCase());
        this.expression(node.target);
        return this.expression(node.value);
      case 'fieldAccess':
        return this.expression(node.target);
      case 'index':
        this.expression(node.target);
        return this.expression(node.index);
      case 'call':
        this.expression(node.target);
        return node.arguments.forEach((each) => this.expression(each));
      case 'new':
        node.arguments.forEach((each) => this.expression(each));
        return node.fields?.forEach((each) => this.expression(each.value));
      case 'newList':
      case 'newSet':
        return node.elements.forEach((each) => this.expression(each));
      case 'newMap':
        return node.entries.forEach((each) => (this.expression(each.key), this.expression(each.value)));
      case 'cast':
      case 'instanceOf':
        return this.expression(node.value);
      case 'unary':
        return this.expression(node.operand);
      case 'binary':
        this.expression(node.left);
        return this.expression(node.right);
      case 'conditional':
        this.expression(node.condition);
        this.expression(node.then);
        return this.expression(node.otherwise);
      case 'soql':
      case 'sosl':
        return node.binds.forEach((each) => this.expression(each));
      default:
        return;
    }
  }

  /** Literals and operations on numbers are never null. */
  private certain(node: Expression): boolean {
    if (node.kind === 'literal') return node.type !== 'null';
    if (node.kind === 'binary') return node.operator !== '??';
    if (node.kind === 'unary') return true;
    if (node.kind === 'conditional') return this.certain(node.then) && this.certain(node.otherwise);
    return node.kind === 'new' || node.kind === 'newList' || node.kind === 'newSet' || node.kind === 'newMap' || node.kind === 'instanceOf';
  }
}
