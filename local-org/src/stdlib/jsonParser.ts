import {
  ApexDate,
  ApexDecimal,
  ApexDouble,
  type ApexEnum,
  ApexObject,
  builtinType,
  raise,
  Types,
  type ApexType,
  type TypeToken
} from '../values/index.js';
import { builtin } from './declare.js';
import { enumConstant } from './enums.js';
import { readDatetime, readTime, readTyped } from './jsonRead.js';
import { JsonLexer, readNode, type Token } from './jsonTokens.js';

/** System.JSONParser: one token at a time. */
export class JsonParser extends ApexObject {
  private readonly lexer: JsonLexer;
  token: Token | null = null;
  cleared: Token | null = null;
  /** Names of the fields that are open, outermost first; null in arrays. */
  private readonly names: (string | null)[] = [null];

  constructor(text: string) {
    super();
    this.lexer = new JsonLexer(text);
  }

  get apexType(): ApexType {
    return builtinType('JSONParser');
  }

  next(): Token | null {
    const token = this.lexer.next();
    this.token = token;
    if (token?.name === 'FIELD_NAME') this.names[this.names.length - 1] = token.text;
    else if (token?.name === 'START_OBJECT' || token?.name === 'START_ARRAY') this.names.push(null);
    else if (token?.name === 'END_OBJECT' || token?.name === 'END_ARRAY') this.names.pop();
    return token;
  }

  get name(): string | null {
    const starts = this.token?.name === 'START_OBJECT' || this.token?.name === 'START_ARRAY';
    return this.names.at(starts ? -2 : -1) ?? null;
  }

  current(): Token {
    return this.token ?? raise('JSONException', 'No current token');
  }

  skipChildren(): void {
    if (this.token?.name !== 'START_OBJECT' && this.token?.name !== 'START_ARRAY') return;
    for (let depth = 1; depth > 0;) {
      const token = this.next();
      if (!token) return;
      if (token.name === 'START_OBJECT' || token.name === 'START_ARRAY') depth++;
      else if (token.name === 'END_OBJECT' || token.name === 'END_ARRAY') depth--;
    }
  }

  readAs(type: TypeToken, strict: boolean): unknown {
    const node = readNode(
      this.token ?? this.next() ?? this.current(),
      () => this.next() ?? raise('JSONException', 'Unexpected end-of-input')
    );
    return readTyped(node, type.type, strict);
  }
}

function token(found: Token | null): ApexEnum | null {
  return found && enumConstant('JSONToken', found.name);
}

function value<T>(self: JsonParser, type: string, accept: readonly string[], read: (text: string) => T): T {
  const { name, text } = self.current();
  if (!accept.includes(name)) raise('JSONException', `Current token (${name}) not ${type}, can not access value`);
  return read(text);
}

const NUMBERS = ['VALUE_NUMBER_INT', 'VALUE_NUMBER_FLOAT'];
const primitive =
  (type: 'Integer' | 'Long' | 'Decimal' | 'Id' | 'Blob', accept: readonly string[], named: string) =>
  (self: JsonParser): unknown =>
    value(self, named, accept, (text) => readTyped({ kind: 'string', text }, Types.primitive(type)));

export const declarations = [
  builtin('class JSONParser', {
    'JSONToken nextToken()': (self: JsonParser) => token(self.next()),
    'JSONToken nextValue()': (self: JsonParser) => {
      const found = self.next();
      return token(found?.name === 'FIELD_NAME' ? self.next() : found);
    },
    'JSONToken getCurrentToken()': (self: JsonParser) => token(self.token),
    'Boolean hasCurrentToken()': (self: JsonParser) => self.token !== null,
    'void clearCurrentToken()': (self: JsonParser) => {
      self.cleared = self.token;
      self.token = null;
    },
    'JSONToken getLastClearedToken()': (self: JsonParser) => token(self.cleared),
    'String getCurrentName()': (self: JsonParser) => self.name,
    'String getText()': (self: JsonParser) => self.token?.text ?? null,
    'Boolean getBooleanValue()': (self: JsonParser) =>
      value(self, 'of boolean type', ['VALUE_TRUE', 'VALUE_FALSE'], (text) => text === 'true'),
    'Integer getIntegerValue()': primitive('Integer', NUMBERS, 'numeric'),
    'Long getLongValue()': primitive('Long', NUMBERS, 'numeric'),
    'Decimal getDecimalValue()': primitive('Decimal', NUMBERS, 'numeric'),
    'Double getDoubleValue()': (self: JsonParser) =>
      value(self, 'numeric', NUMBERS, (text) => new ApexDouble(ApexDecimal.parse(text).doubleValue())),
    'Id getIdValue()': primitive('Id', ['VALUE_STRING'], 'a string'),
    'Blob getBlobValue()': primitive('Blob', ['VALUE_STRING'], 'a string'),
    'Date getDateValue()': (self: JsonParser) =>
      value(
        self,
        'a string',
        ['VALUE_STRING'],
        (text) => ApexDate.parseIso(text.slice(0, 10)) ?? raise('JSONException', `Invalid format: "${text}"`)
      ),
    'Datetime getDateTimeValue()': (self: JsonParser) => value(self, 'a string', ['VALUE_STRING'], readDatetime),
    'Time getTimeValue()': (self: JsonParser) => value(self, 'a string', ['VALUE_STRING'], readTime),
    'void skipChildren()': (self: JsonParser) => self.skipChildren(),
    'Object readValueAs(Type apexType)': (self: JsonParser, type: TypeToken) => self.readAs(type, false),
    'Object readValueAsStrict(Type apexType)': (self: JsonParser, type: TypeToken) => self.readAs(type, true)
  }),
  builtin('enum JSONToken', {}, [
    'END_ARRAY',
    'END_OBJECT',
    'FIELD_NAME',
    'NOT_AVAILABLE',
    'START_ARRAY',
    'START_OBJECT',
    'VALUE_EMBEDDED_OBJECT',
    'VALUE_FALSE',
    'VALUE_NULL',
    'VALUE_NUMBER_FLOAT',
    'VALUE_NUMBER_INT',
    'VALUE_STRING',
    'VALUE_TRUE'
  ])
];
