/** A type as a declaration writes it: `Map<K, List<V>>`, `Database.SaveResult`, `String[]` (as List<String>). */
export interface TypeText {
  readonly name: string;
  readonly arguments: readonly TypeText[];
}

/** `virtual class DmlException extends Exception implements A, B` */
export interface HeaderText {
  readonly modifiers: readonly string[];
  readonly kind: 'class' | 'interface' | 'enum';
  readonly name: string;
  readonly parameters: readonly string[];
  readonly superclass: TypeText | null;
  readonly interfaces: readonly TypeText[];
}

/** `static Integer max(Integer a, Integer b)`, `Http()`, `Boolean optAllOrNone`. */
export interface MemberText {
  readonly kind: 'method' | 'constructor' | 'variable';
  readonly modifiers: readonly string[];
  /** null: a constructor. */
  readonly type: TypeText | null;
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly type: TypeText }[];
}

const CLASS_MODIFIERS = new Set(['virtual', 'abstract']);
const MEMBER_MODIFIERS = new Set(['static', 'final', 'virtual', 'abstract']);

/** Parses the header of a built-in class. Throws an Error that says what is wrong with it. */
export function parseHeader(text: string): HeaderText {
  const scanner: Scanner = new Scanner(text);
  const modifiers = scanner.modifiers(CLASS_MODIFIERS);
  const kind = scanner.next();
  if (kind !== 'class' && kind !== 'interface' && kind !== 'enum') scanner.fail(`'class', 'interface' or 'enum'`, kind);
  const name = scanner.dottedName();
  const parameters = scanner.accept('<') ? scanner.list('>', () => scanner.name()) : [];
  const supertypes = scanner.accept('extends') ? scanner.list('', () => scanner.type()) : [];
  const implemented = scanner.accept('implements') ? scanner.list('', () => scanner.type()) : [];
  scanner.end();
  if (kind !== 'interface' && supertypes.length > 1) throw new Error('a class extends one class');
  return {
    modifiers,
    kind,
    name,
    parameters,
    superclass: kind === 'interface' ? null : (supertypes[0] ?? null),
    interfaces: kind === 'interface' ? [...supertypes, ...implemented] : implemented
  };
}

/** Parses the signature of a built-in's method, constructor or property. Throws an Error that says what is wrong with it. */
export function parseMember(text: string): MemberText {
  const scanner: Scanner = new Scanner(text);
  const modifiers = scanner.modifiers(MEMBER_MODIFIERS);
  const type = scanner.type();
  if (scanner.accept('(')) {
    if (type.arguments.length) scanner.fail('a constructor without type arguments', '<');
    return { kind: 'constructor', modifiers, type: null, name: type.name, parameters: parameters(scanner) };
  }
  const name = scanner.name();
  if (scanner.accept('(')) return { kind: 'method', modifiers, type, name, parameters: parameters(scanner) };
  scanner.end();
  return { kind: 'variable', modifiers, type, name, parameters: [] };
}

function parameters(scanner: Scanner): MemberText['parameters'] {
  const found = scanner.accept(')') ? [] : scanner.list(')', () => ({ type: scanner.type(), name: scanner.name() }));
  scanner.end();
  return found;
}

class Scanner {
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(text: string) {
    this.tokens = text.match(/[A-Za-z_]\w*|[^\s]/g) ?? [];
  }

  next(): string {
    return this.tokens[this.at++] ?? 'the end';
  }

  accept(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at++;
    return true;
  }

  end(): void {
    if (this.at < this.tokens.length) this.fail('the end', this.next());
  }

  fail(expected: string, found: string): never {
    throw new Error(`expected ${expected}, found '${found}'`);
  }

  name(): string {
    const token = this.next();
    if (!/^\w+$/.test(token)) this.fail('a name', token);
    return token;
  }

  dottedName(): string {
    let name = this.name();
    while (this.accept('.')) name += `.${this.name()}`;
    return name;
  }

  modifiers(known: ReadonlySet<string>): string[] {
    const found: string[] = [];
    while (known.has(this.tokens[this.at] ?? '')) found.push(this.next());
    return found;
  }

  type(): TypeText {
    let type: TypeText = { name: this.dottedName(), arguments: this.accept('<') ? this.list('>', () => this.type()) : [] };
    while (this.accept('[')) {
      if (!this.accept(']')) this.fail(`']'`, this.next());
      type = { name: 'List', arguments: [type] };
    }
    return type;
  }

  /** Items between commas, with the token that closes them ('' for none). */
  list<T>(close: string, item: () => T): T[] {
    const items = [item()];
    while (this.accept(',')) items.push(item());
    if (close && !this.accept(close)) this.fail(`'${close}'`, this.next());
    return items;
  }
}
