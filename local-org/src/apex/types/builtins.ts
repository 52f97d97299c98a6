import { builtinTypes } from '../../stdlib/index.js';
import type { ApexType, TypeInfo } from '../../values/apexType.js';

/** The compiler's view of the built-in classes. */

export function builtinNamed(name: string): ApexType | undefined {
  return builtinTypes.find(name);
}

/** `Database.Batchable` and Account give `Database.Batchable<Account>`. */
export function builtinGeneric(type: ApexType, args: readonly ApexType[]): ApexType {
  return builtinTypes.instantiate(type, args);
}

/** Where the members of a type are declared: String's for a string, List's for any list. */
export function memberInfoOf(type: ApexType): TypeInfo | null {
  return builtinTypes.infoOf(type);
}
