import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexEnum,
  ApexException,
  ApexList,
  ApexMap,
  ApexObject,
  ApexSet,
  ApexTime,
  BuiltinObject,
  builtinType,
  enumConstantOf,
  SObject,
  Types,
  TypeToken,
  type ApexType
} from '../values/index.js';
import type { Org, QueryCursor, SavedCursor } from '../org/contracts.js';
import { storableOf } from './storables.js';

/** A value that can't be put into the database: `what` names it. */
export class NotStorable extends Error {
  constructor(readonly what: string) {
    super(`${what} can't be stored.`);
  }
}

type TypeCode =
  readonly [kind: 'p' | 's' | 'b' | 'n', name: string] | readonly [kind: 'l' | 'S', of: TypeCode] | readonly ['m', TypeCode, TypeCode];
/** A simple value stands for itself (text, Integer, Boolean, null); others are tagged, objects are references into the heap. */
type Code = null | boolean | number | string | readonly [tag: string, ...parts: unknown[]];
type Node = readonly [tag: string, ...parts: unknown[]];

/** As text, with each object once however often it is referred to: what a job keeps of its state in the database. Throws NotStorable. */
export function encodeState(value: unknown, org: Org): string {
  const encoder = new Encoder(org);
  const root = encoder.code(value);
  return JSON.stringify([root, encoder.heap]);
}

/** What `encodeState` stored. Throws an Error that says which class or object the project no longer has. */
export function decodeState(text: string, org: Org): unknown {
  const [root, heap] = JSON.parse(text) as [Code, Node[]];
  return new Decoder(org, heap).value(root);
}

type ExceptionParts = Pick<ApexException, 'positions' | 'details'>;

class Encoder {
  readonly heap: (Node | null)[] = [];
  private readonly places = new Map<object, number>();

  constructor(private readonly org: Org) {}

  code(value: unknown): Code {
    if (value === null || value === undefined) return null;
    if (typeof value === 'bigint') return ['long', value.toString()];
    if (typeof value !== 'object') return value as Code;
    if (value instanceof ApexDouble) return ['double', String(value.value)];
    if (value instanceof ApexDecimal) return ['decimal', value.value.toFixed(), value.scale];
    if (value instanceof ApexDate) return ['date', value.toIso()];
    if (value instanceof ApexDatetime) return ['datetime', value.millis];
    if (value instanceof ApexTime) return ['time', value.millis];
    if (value instanceof ApexEnum) return ['enum', this.type(value.apexType), value.name];
    if (value instanceof TypeToken) return ['type', this.type(value.type)];
    return ['ref', this.place(value)];
  }

  private place(value: object): number {
    const known = this.places.get(value);
    if (known !== undefined) return known;
    const place = this.heap.push(null) - 1;
    this.places.set(value, place);
    this.heap[place] = this.node(value);
    return place;
  }

  private node(value: object): Node {
    if (value instanceof ApexBlob) return ['blob', Buffer.from(value.bytes).toString('base64')];
    if (value instanceof ApexList) return ['list', this.type(value.element), value.items.map((item) => this.code(item))];
    if (value instanceof ApexSet) return ['set', this.type(value.element), [...value.values()].map((item) => this.code(item))];
    if (value instanceof ApexMap) {
      const entries = [...value.entries()].map(([key, item]) => [this.code(key), this.code(item)]);
      return ['map', this.type(value.keyType), this.type(value.valueType), entries];
    }
    if (value instanceof SObject) return ['record', value.info?.name ?? null, value.queried, this.entries(value.values)];
    if (value instanceof ApexException) return this.exception(value);
    if (value instanceof ApexObject) return this.object(value);
    if (isCursor(value)) return this.cursor(value);
    if (Array.isArray(value)) return ['array', value.map((item) => this.code(item))];
    return ['plain', this.entries(Object.entries(value))];
  }

  private object(value: ApexObject): Node {
    const { apexType } = value;
    const storable = storableOf(apexType.name);
    if (storable) return ['builtin', apexType.name, this.code(storable.save(value))];
    if (value instanceof BuiltinObject || apexType.info?.builtin !== false) throw new NotStorable(`a ${apexType.name}`);
    return ['object', this.type(apexType), this.entries(Object.entries(value))];
  }

  /** What is read of an exception later: its type, text and cause; of the project's own also its variables. */
  private exception(value: ApexException): Node {
    const names = new Set<string>();
    for (let info = value.apexType.info; info && !info.builtin; info = info.superclass?.info ?? null) {
      for (const variable of info.variables) if (!variable.isStatic) names.add(variable.jsName);
    }
    const own = Object.entries(value).filter(([name]) => names.has(name));
    const { positions, details } = value;
    return ['exception', this.type(value.apexType), value.message, { positions, details }, this.code(value.cause), this.entries(own)];
  }

  private cursor({ saved }: QueryCursor): Node {
    if (!saved) throw new NotStorable('a cursor over rows that were read already');
    const { binds, ...rest } = saved;
    return ['cursor', rest, this.entries(binds)];
  }

  private entries(entries: Iterable<readonly [string, unknown]>): [string, Code][] {
    return [...entries].map(([name, item]) => [name, this.code(item)]);
  }

  private type(type: ApexType): TypeCode {
    switch (type.kind) {
      case 'primitive':
        return ['p', type.name];
      case 'sobject':
        return ['s', type.name];
      case 'list':
        return ['l', this.type(type.arguments[0])];
      case 'set':
        return ['S', this.type(type.arguments[0])];
      case 'map':
        return ['m', this.type(type.arguments[0]), this.type(type.arguments[1])];
      default:
        // A class of anonymous Apex is gone with it.
        if (type.info?.builtin !== false) return ['b', type.name];
        if (this.org.program.type(type.name) !== type) throw new NotStorable(`an instance of ${type.name}`);
        return ['n', type.name];
    }
  }
}

class Decoder {
  private readonly objects: unknown[];

  /** Backwards: what an object is made of was met after it, and the elements of a set must be whole before they are compared. */
  constructor(
    private readonly org: Org,
    heap: readonly Node[]
  ) {
    this.objects = new Array<unknown>(heap.length);
    for (let place = heap.length - 1; place >= 0; place--) this.objects[place] = this.shell(heap[place]);
    for (let place = heap.length - 1; place >= 0; place--) this.fill(heap[place], this.objects[place]);
  }

  value(code: Code): unknown {
    if (!Array.isArray(code)) return code;
    const [tag, first, second] = code as [string, never, never];
    switch (tag) {
      case 'long':
        return BigInt(first);
      case 'double':
        return new ApexDouble(Number(first));
      case 'decimal':
        return new ApexDecimal(ApexDecimal.parse(first).value, second);
      case 'date':
        return ApexDate.parseIso(first);
      case 'datetime':
        return new ApexDatetime(first);
      case 'time':
        return new ApexTime(first);
      case 'enum':
        return enumConstantOf(this.type(first), second) ?? this.gone(`the enum constant ${String(second)}`);
      case 'type':
        return TypeToken.of(this.type(first));
      default:
        return this.objects[first];
    }
  }

  /** The object without its contents, so that others can refer to it. */
  private shell([tag, ...parts]: Node): unknown {
    const [first, second] = parts as [never, never];
    switch (tag) {
      case 'blob':
        return new ApexBlob(new Uint8Array(Buffer.from(first, 'base64')));
      case 'list':
        return new ApexList(this.type(first));
      case 'set':
        return new ApexSet(this.type(first));
      case 'map':
        return new ApexMap(this.type(first), this.type(second));
      case 'record':
        return new SObject(first === null ? null : (this.org.schema.object(first) ?? this.gone(`the object ${String(first)}`)));
      case 'exception':
        return this.exception(this.type(first), second);
      case 'object':
        return this.org.program.allocate(this.type(first));
      case 'builtin':
        return (storableOf(first) ?? this.gone(String(first))).restore(this.value(second), this.org);
      case 'cursor':
        return this.org.queries.reopen({ ...(first as SavedCursor), binds: new Map() });
      case 'array':
        return [];
      default:
        return {};
    }
  }

  private exception(type: ApexType, message: string): ApexException {
    if (type.info?.builtin !== false) return new ApexException(type.name, message);
    const made = this.org.program.allocate(type) as ApexException;
    made.message = message;
    return made;
  }

  private fill([tag, ...parts]: Node, object: unknown): void {
    const last = parts[parts.length - 1] as never;
    switch (tag) {
      case 'list':
      case 'array':
        for (const item of last as Code[]) (tag === 'list' ? (object as ApexList).items : (object as unknown[])).push(this.value(item));
        return;
      case 'set':
        for (const item of last as Code[]) (object as ApexSet).add(this.value(item));
        return;
      case 'map':
        for (const [key, item] of last as [Code, Code][]) (object as ApexMap).set(this.value(key), this.value(item));
        return;
      case 'record':
        (object as SObject).queried = parts[1] as boolean;
        for (const [name, item] of last as [string, Code][]) (object as SObject).values.set(name, this.value(item));
        return;
      case 'cursor':
        for (const [name, item] of last as [string, Code][]) (object as QueryCursor).saved!.binds.set(name, this.value(item));
        return;
      case 'exception':
        return this.fillException(object as ApexException, parts as never);
      case 'object':
      case 'plain':
        this.assign(object, last);
    }
  }

  private fillException(object: ApexException, parts: [unknown, unknown, ExceptionParts, Code, [string, Code][]]): void {
    const [, , { positions, details }, cause, variables] = parts;
    object.placeAt(positions);
    object.details = details;
    object.cause = this.value(cause) as ApexException | null;
    this.assign(object, variables);
  }

  private assign(object: unknown, entries: readonly [string, Code][]): void {
    for (const [name, item] of entries) (object as Record<string, unknown>)[name] = this.value(item);
  }

  private type(code: TypeCode): ApexType {
    switch (code[0]) {
      case 'p':
        return Types.primitiveByName(code[1])!;
      case 's':
        return Types.sobject(code[1]);
      case 'l':
        return Types.list(this.type(code[1]));
      case 'S':
        return Types.set(this.type(code[1]));
      case 'm':
        return Types.map(this.type(code[1]), this.type(code[2]));
      case 'b':
        return builtinType(code[1]);
      default:
        return this.org.program.type(code[1]) ?? this.gone(`the class ${code[1]}`);
    }
  }

  private gone(what: string): never {
    throw new Error(`The project no longer has ${what}.`);
  }
}

function isCursor(value: object): value is QueryCursor {
  return 'fetch' in value && typeof value.fetch === 'function';
}
