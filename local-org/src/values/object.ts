import type { ApexType } from './apexType.js';

/** Base of every value that is an object in Apex and not an SObject: instances of the project's classes, of built-in classes, collections, enums. */
export abstract class ApexObject {
  /** The value's run-time type; compiled classes define it on their prototype. */
  abstract get apexType(): ApexType;
}

/** One constant of an enum; constants are singletons, so `===` compares them. */
export class ApexEnum extends ApexObject {
  constructor(
    readonly apexType: ApexType,
    readonly name: string,
    readonly ordinal: number
  ) {
    super();
  }
}
