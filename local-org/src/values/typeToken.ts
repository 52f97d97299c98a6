import { ApexObject } from './object.js';
import type { ApexType } from './apexType.js';
import { builtinType } from './builtinType.js';
import { stringHash } from './equality.js';
import { runtimeName } from './convert.js';

/** A System.Type: what `Foo.class` and Type.forName answer. One a type, so identity is equality. */
export class TypeToken extends ApexObject {
  private static readonly tokens = new WeakMap<ApexType, TypeToken>();

  private constructor(readonly type: ApexType) {
    super();
  }

  static of(type: ApexType): TypeToken {
    let token = TypeToken.tokens.get(type);
    if (!token) TypeToken.tokens.set(type, (token = new TypeToken(type)));
    return token;
  }

  get apexType(): ApexType {
    return builtinType('Type');
  }

  /** `Account`, `List<String>`, `Map<String,ANY>` (as in conversion errors), `Outer.Inner`. */
  get name(): string {
    return runtimeName(this.type);
  }

  equals$1(other: unknown): boolean {
    return other instanceof TypeToken && (other.type === this.type || other.type.key === this.type.key);
  }

  hashCode$0(): number {
    return stringHash(this.type.key);
  }

  toString$0(): string {
    return this.name;
  }
}
