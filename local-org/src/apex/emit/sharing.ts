import type { Sharing } from '../../org/contracts.js';
import type { ClassSymbol } from '../types/symbols.js';
import { isClassSymbol } from '../types/world.js';

/** From this API version on a class that states nothing shares (Summer '26 release notes). */
const SHARING_VERSION = 67;

/** What a class says about sharing; a subclass that says nothing has its superclass's word. Inner classes do not take the outer one's. */
export function sharingOf(symbol: ClassSymbol): Sharing {
  for (let each: ClassSymbol | null = symbol; each; each = isClassSymbol(each.superclass?.info) ? each.superclass.info : null) {
    if (each.modifiers.has('with sharing')) return 'with';
    if (each.modifiers.has('without sharing')) return 'without';
    if (each.modifiers.has('inherited sharing')) return 'inherited';
  }
  return 'none';
}

/** The sharing that methods of the class put in force; null: they run under their caller's. */
export function statedSharing(symbol: ClassSymbol): 'with' | 'without' | null {
  const sharing = sharingOf(symbol);
  if (sharing === 'with' || sharing === 'without') return sharing;
  return sharing === 'none' && symbol.apiVersion >= SHARING_VERSION ? 'with' : null;
}
