import { type ApexEnum, builtinType, enumConstantOf } from '../values/index.js';

/** A constant of a built-in enum. */
export function enumConstant(enumName: string, constant: string): ApexEnum {
  const found = enumConstantOf(builtinType(enumName), constant);
  if (!found) throw new Error(`There is no built-in enum constant ${enumName}.${constant}`);
  return found;
}
