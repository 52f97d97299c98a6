import type { ApexType, TypeInfo } from './apexType.js';
import { ApexEnum } from './object.js';

const constants = new WeakMap<TypeInfo, readonly ApexEnum[]>();

/** The constants of an enum, built-in or the project's, in order; the same objects every time. */
export function enumConstants(type: ApexType): readonly ApexEnum[] {
  if (!type.info) return [];
  let made = constants.get(type.info);
  if (!made) constants.set(type.info, (made = type.info.constants.map((name, ordinal) => new ApexEnum(type, name, ordinal))));
  return made;
}

/** The constant of this name, in any case. */
export function enumConstantOf(type: ApexType, name: string): ApexEnum | undefined {
  return enumConstants(type).find((constant) => constant.name.toLowerCase() === name.toLowerCase());
}
