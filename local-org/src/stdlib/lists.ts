import { ApexList, Types } from '../values/index.js';

/** A List<String> of JavaScript strings. */
export function stringList(items: string[]): ApexList<string> {
  return new ApexList(Types.primitive('String'), items);
}

export function integerList(items: number[]): ApexList<number> {
  return new ApexList(Types.primitive('Integer'), items);
}
