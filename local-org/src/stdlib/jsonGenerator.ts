import { ApexObject, builtinType, raise, type ApexType } from '../values/index.js';
import { builtin, type Implementation } from './declare.js';
import { quoteJson, writeJson } from './jsonWrite.js';

/** System.JSONGenerator: JSON written piece by piece. */
export class JsonGenerator extends ApexObject {
  private out = '';
  private readonly open: { readonly object: boolean; count: number }[] = [];
  private afterName = false;
  closed = false;

  constructor(private readonly pretty: boolean) {
    super();
  }

  get apexType(): ApexType {
    return builtinType('JSONGenerator');
  }

  get text(): string {
    return this.out;
  }

  start(object: boolean): void {
    this.before();
    this.out += object ? '{' : '[';
    this.open.push({ object, count: 0 });
  }

  end(object: boolean): void {
    const inside = this.open.pop();
    if (!inside || inside.object !== object)
      raise(
        'JSONException',
        `Current context not an ${object ? 'object' : 'array'} but ${inside ? (inside.object ? 'OBJECT' : 'ARRAY') : 'ROOT'}`
      );
    if (this.pretty) this.out += object && inside.count > 0 ? `\n${'  '.repeat(this.depth)}` : ' ';
    this.out += object ? '}' : ']';
  }

  field(name: string): void {
    const inside = this.open.at(-1);
    if (!inside?.object || this.afterName) raise('JSONException', 'Can not write a field name, expecting a value');
    if (inside.count++ > 0) this.out += ',';
    if (this.pretty) this.out += `\n${'  '.repeat(this.depth)}`;
    this.out += `${quoteJson(name)}${this.pretty ? ' : ' : ':'}`;
    this.afterName = true;
  }

  value(value: unknown): void {
    this.before();
    const text = writeJson(value, { pretty: this.pretty, suppressNulls: false });
    this.out += text.replaceAll('\n', `\n${'  '.repeat(this.depth)}`);
  }

  private get depth(): number {
    return this.open.filter(({ object }) => object).length;
  }

  private before(): void {
    const inside = this.open.at(-1);
    if (this.afterName) this.afterName = false;
    else if (inside?.object) raise('JSONException', 'Can not write value, expecting field name');
    else if (inside) {
      if (inside.count++ > 0) this.out += ',';
      if (this.pretty) this.out += ' ';
    }
  }
}

/** `writeString(value)` and `writeStringField(name, value)` for every type. */
function writers(): Record<string, Implementation> {
  const members: Record<string, Implementation> = {};
  const write = (self: JsonGenerator, value: unknown): void => self.value(value);
  const writeField = (self: JsonGenerator, name: string, value: unknown): void => {
    self.field(name);
    self.value(value);
  };
  for (const type of ['Blob', 'Boolean', 'Date', 'Datetime', 'Id', 'String', 'Time', 'Object']) {
    const name = type === 'Datetime' ? 'DateTime' : type;
    members[`void write${name}(${type} value)`] = write;
    members[`void write${name}Field(String fieldName, ${type} value)`] = writeField;
  }
  for (const type of ['Decimal', 'Double', 'Integer', 'Long']) {
    members[`void writeNumber(${type} value)`] = write;
    members[`void writeNumberField(String fieldName, ${type} value)`] = writeField;
  }
  return members;
}

export const declarations = [
  builtin('class JSONGenerator', {
    ...writers(),
    'void writeStartObject()': (self: JsonGenerator) => self.start(true),
    'void writeEndObject()': (self: JsonGenerator) => self.end(true),
    'void writeStartArray()': (self: JsonGenerator) => self.start(false),
    'void writeEndArray()': (self: JsonGenerator) => self.end(false),
    'void writeFieldName(String fieldName)': (self: JsonGenerator, name: string) => self.field(name),
    'void writeNull()': (self: JsonGenerator) => self.value(null),
    'void writeNullField(String fieldName)': (self: JsonGenerator, name: string) => {
      self.field(name);
      self.value(null);
    },
    'String getAsString()': (self: JsonGenerator) => self.text,
    'void close()': (self: JsonGenerator) => {
      self.closed = true;
    },
    'Boolean isClosed()': (self: JsonGenerator) => self.closed
  })
];
