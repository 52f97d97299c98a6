import type { MethodInfo, VariableInfo } from '../../values/apexType.js';
import type { ClassSymbol } from '../types/symbols.js';
import { isClassSymbol } from '../types/world.js';
import type { Fn } from './function.js';

/**
 * Whether the code that is compiled may use a member: private ones inside their top-level class, protected ones also in subclasses,
 * anything marked @TestVisible in tests.
 */
export function isVisible(fn: Fn, member: MethodInfo | VariableInfo): boolean {
  const { owner, modifiers, annotations } = member;
  if (!isClassSymbol(owner) || owner.kind !== 'class') return true;
  if (modifiers.has('public') || modifiers.has('global') || modifiers.has('webservice')) return true;
  const from = fn.owner;
  if (from && from.top === owner.top) return true;
  if (annotations.has('testvisible') && (from?.isTest ?? false)) return true;
  // Without a modifier members are private, except overrides and implementations, which are reached through what they stand for.
  if (modifiers.has('protected')) return from !== null && extendsClass(from, owner);
  return false;
}

function extendsClass(from: ClassSymbol, owner: ClassSymbol): boolean {
  for (let scope: ClassSymbol | null = from; scope; scope = scope.outer) {
    for (let each: ClassSymbol | null = scope; each; each = isClassSymbol(each.superclass?.info) ? each.superclass.info : null) {
      if (each === owner) return true;
    }
  }
  return false;
}
