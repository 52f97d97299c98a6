import { setBuiltinTypeResolver, type ApexType } from '../values/index.js';
import { allDeclarations } from './all.js';
import { BuiltinRegistry } from './builtinRegistry.js';

/** Everything that all.ts lists. */
export const builtinTypes = new BuiltinRegistry(allDeclarations);

/** The built-in type of this name, as BuiltinRegistry.find answers it. */
export function builtinType(name: string): ApexType | undefined {
  return builtinTypes.find(name);
}

setBuiltinTypeResolver(builtinType);
