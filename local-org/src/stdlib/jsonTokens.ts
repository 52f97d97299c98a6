import { raise } from '../values/index.js';

export type TokenName =
  | 'START_OBJECT'
  | 'END_OBJECT'
  | 'START_ARRAY'
  | 'END_ARRAY'
  | 'FIELD_NAME'
  | 'VALUE_STRING'
  | 'VALUE_NUMBER_INT'
  | 'VALUE_NUMBER_FLOAT'
  | 'VALUE_TRUE'
  | 'VALUE_FALSE'
  | 'VALUE_NULL';

export interface Token {
  readonly name: TokenName;
  /** The text as written, strings without quotes and escapes. */
  readonly text: string;
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', '/': '/' };
const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;

/** Reads JSON token by token. Errors are the ones of the platform's parser (Jackson), with line and column. */
export class JsonLexer {
  private at = 0;
  /** `o`, `a`: what is open. */
  private readonly open: ('OBJECT' | 'ARRAY')[] = [];
  private expects: 'value' | 'first' | 'name' | 'more' | 'end' = 'value';

  constructor(private readonly text: string) {}

  /** null at the end of the text. */
  next(): Token | null {
    this.blanks();
    if (this.expects === 'end') return this.at < this.text.length ? this.unexpected(EXPECTED_VALUE) : null;
    if (this.at >= this.text.length) return this.endOfInput();
    const inside = this.open.at(-1);
    const char = this.text[this.at];
    if (inside && this.expects !== 'value' && char === (inside === 'OBJECT' ? '}' : ']')) return this.close(inside);
    if (this.expects === 'more') {
      if (char !== ',') return this.unexpected(`was expecting comma to separate ${inside} entries`);
      this.at++;
      this.blanks();
      this.expects = inside === 'OBJECT' ? 'name' : 'value';
    }
    return inside === 'OBJECT' && this.expects !== 'value' ? this.fieldName() : this.value();
  }

  private fieldName(): Token {
    if (this.text[this.at] !== '"')
      return this.at >= this.text.length ? this.endOfInput()! : this.unexpected('was expecting double-quote to start field name');
    const text = this.string();
    this.blanks();
    if (this.text[this.at] !== ':')
      return this.at >= this.text.length ? this.endOfInput()! : this.unexpected('was expecting a colon to separate field name and value');
    this.at++;
    this.expects = 'value';
    return { name: 'FIELD_NAME', text };
  }

  private value(): Token {
    const char = this.text[this.at];
    if (char === undefined) return this.endOfInput()!;
    if (char === '{' || char === '[') {
      this.at++;
      this.open.push(char === '{' ? 'OBJECT' : 'ARRAY');
      this.expects = 'first';
      return { name: char === '{' ? 'START_OBJECT' : 'START_ARRAY', text: char };
    }
    const token = this.scalar(char);
    this.expects = this.open.length > 0 ? 'more' : 'end';
    return token;
  }

  private scalar(char: string): Token {
    if (char === '"') return { name: 'VALUE_STRING', text: this.string() };
    NUMBER.lastIndex = this.at;
    const number = NUMBER.exec(this.text);
    if (number) {
      this.at += number[0].length;
      return { name: number[1] || number[2] ? 'VALUE_NUMBER_FLOAT' : 'VALUE_NUMBER_INT', text: number[0] };
    }
    const word = /^[A-Za-z0-9_$]+/.exec(this.text.slice(this.at, this.at + 100))?.[0] ?? '';
    if (word === 'true' || word === 'false' || word === 'null') {
      this.at += word.length;
      return { name: `VALUE_${word.toUpperCase()}` as TokenName, text: word };
    }
    if (/^[tfnN]/.test(word))
      return this.fail(`Unrecognized token '${word}': was expecting 'null', 'true', 'false' or NaN`, word.length - 1);
    return this.unexpected(EXPECTED_VALUE);
  }

  private string(): string {
    let out = '';
    for (this.at++; this.at < this.text.length; this.at++) {
      const char = this.text[this.at];
      if (char === '"') {
        this.at++;
        return out;
      }
      if (char < ' ')
        return this.fail(
          `Illegal unquoted character ((CTRL-CHAR, code ${char.charCodeAt(0)})): has to be escaped using backslash to be included in string value`
        );
      if (char !== '\\') out += char;
      else out += this.escapeSequence();
    }
    return this.fail('Unexpected end-of-input: was expecting closing quote for a string value', -1);
  }

  private escapeSequence(): string {
    const char = this.text[++this.at];
    if (char === 'u') {
      const code = this.text.slice(this.at + 1, this.at + 5);
      if (!/^[0-9a-fA-F]{4}$/.test(code))
        return this.fail(`Unexpected character ('${code[0] ?? ''}'): expected a hex-digit for character escape sequence`);
      this.at += 4;
      return String.fromCharCode(parseInt(code, 16));
    }
    return ESCAPES[char] ?? this.fail(`Unrecognized character escape '${char}' (code ${char?.charCodeAt(0)})`);
  }

  private close(inside: 'OBJECT' | 'ARRAY'): Token {
    if (this.expects === 'name') return this.unexpected('was expecting double-quote to start field name');
    this.at++;
    this.open.pop();
    this.expects = this.open.length > 0 ? 'more' : 'end';
    return inside === 'OBJECT' ? { name: 'END_OBJECT', text: '}' } : { name: 'END_ARRAY', text: ']' };
  }

  private endOfInput(): Token | null {
    const inside = this.open.at(-1);
    if (!inside) return null;
    return this.fail(`Unexpected end-of-input: expected close marker for ${inside} (from [line:1, column:0])`, -1);
  }

  private blanks(): void {
    while (' \t\r\n'.includes(this.text[this.at] ?? 'x')) this.at++;
  }

  private unexpected(expected: string): never {
    const char = this.text[this.at];
    return this.fail(`Unexpected character ('${char}' (code ${char.charCodeAt(0)})): ${expected}`);
  }

  /** Jackson counts the column after the character it stopped at. */
  private fail(message: string, offset = 0): never {
    const before = this.text.slice(0, this.at);
    const line = before.split('\n').length;
    const column = this.at - (before.lastIndexOf('\n') + 1) + 2 + offset;
    return raise('JSONException', `${message} at [line:${line}, column:${column}]`);
  }
}

const EXPECTED_VALUE = "expected a valid value (number, String, array, object, 'true', 'false' or 'null')";

/** A whole JSON value. */
export type JsonNode =
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, JsonNode])[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string' | 'int' | 'float'; readonly text: string }
  | { readonly kind: 'boolean'; readonly text: string }
  | { readonly kind: 'null'; readonly text: string };

const SCALARS: Readonly<Partial<Record<TokenName, 'string' | 'int' | 'float' | 'boolean' | 'null'>>> = {
  VALUE_STRING: 'string',
  VALUE_NUMBER_INT: 'int',
  VALUE_NUMBER_FLOAT: 'float',
  VALUE_TRUE: 'boolean',
  VALUE_FALSE: 'boolean',
  VALUE_NULL: 'null'
};

/** The value that begins with `token`; the rest comes from `next`. */
export function readNode(token: Token, next: () => Token): JsonNode {
  if (token.name === 'START_OBJECT') {
    const entries: [string, JsonNode][] = [];
    for (let name = next(); name.name !== 'END_OBJECT'; name = next()) entries.push([name.text, readNode(next(), next)]);
    return { kind: 'object', entries };
  }
  if (token.name === 'START_ARRAY') {
    const items: JsonNode[] = [];
    for (let item = next(); item.name !== 'END_ARRAY'; item = next()) items.push(readNode(item, next));
    return { kind: 'array', items };
  }
  return { kind: SCALARS[token.name] as 'string', text: token.text };
}

export function parseJson(text: string): JsonNode {
  const lexer = new JsonLexer(text);
  const next = (): Token => lexer.next() ?? raise('JSONException', 'No content to map to Object due to end of input');
  const node = readNode(next(), next);
  lexer.next();
  return node;
}
