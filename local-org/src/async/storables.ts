import type { Org } from '../org/contracts.js';
import type { ApexObject } from '../values/index.js';

/** How an instance of a built-in class is stored with a job's state: as text or as a cursor, and how it is had again of that. */
interface Storable {
  readonly save: (instance: ApexObject) => unknown;
  readonly restore: (saved: unknown, org: Org) => ApexObject;
}

/** By the canonical name of the built-in class; an instance of a class that is not here can't be stored. */
const storables = new Map<string, Storable>();

/** Says that instances of a built-in class may be part of a job's state that outlives the process. */
export function storable<T extends ApexObject, S>(className: string, save: (instance: T) => S, restore: (saved: S, org: Org) => T): void {
  storables.set(className, { save: save as Storable['save'], restore: restore as Storable['restore'] });
}

export function storableOf(className: string): Storable | undefined {
  return storables.get(className);
}
