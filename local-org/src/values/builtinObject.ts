import type { ApexType } from './apexType.js';
import { builtinType } from './builtinType.js';
import { ApexObject } from './object.js';

/** Base of the instances of built-in classes whose type is known by name. */
export class BuiltinObject extends ApexObject {
  constructor(private readonly typeName: string) {
    super();
  }

  get apexType(): ApexType {
    return builtinType(this.typeName);
  }
}
