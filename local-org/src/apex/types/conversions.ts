import { Types, type ApexType } from '../../values/apexType.js';
import { DATE, DATETIME, DECIMAL, DOUBLE, ERROR, ID, isGenericSObject, isSObject, numericRank, OBJECT, STRING } from './kinds.js';
import type { World } from './world.js';

/** No implicit conversion. */
export const NEVER = Infinity;

/**
 * How far an implicit conversion goes: 0 none needed, the more the farther, NEVER when there is none. Overloads with the smaller distance win.
 * (Apex Developer Guide, "Rules of Conversion": numbers widen, IDs and strings convert both ways, lists of related objects fit each other.)
 */
export function distance(world: World, from: ApexType, to: ApexType): number {
  if (from === to) return 0;
  if (from === ERROR || to === ERROR) return 0;
  if (from === Types.void || to === Types.void) return NEVER;
  if (from === Types.null) return to === OBJECT ? 2 : 1;
  if (to.kind === 'parameter' || from.kind === 'parameter') return 1;
  if (to === OBJECT) return 50;
  const primitive = primitiveDistance(from, to);
  if (primitive !== null) return primitive;
  if (from.kind === 'sobject' && to.kind === 'sobject') return isGenericSObject(to) ? 5 : NEVER;
  if (from.kind === to.kind && ['list', 'set', 'map'].includes(from.kind)) return collectionDistance(world, from, to);
  return superDistance(world, from, to);
}

function primitiveDistance(from: ApexType, to: ApexType): number | null {
  const fromRank = numericRank(from);
  const toRank = numericRank(to);
  if (fromRank >= 0 && toRank >= 0) {
    if (fromRank < toRank) return toRank - fromRank;
    return from === DECIMAL && to === DOUBLE ? 1 : NEVER;
  }
  if (from === ID && to === STRING) return 1;
  if (from === STRING && to === ID) return 2;
  if (from === DATE && to === DATETIME) return 1;
  return null;
}

/**
 * Lists of sObjects fit each other in both directions (the records are checked when they are read); of classes and ids where the element does.
 * Maps vary with their values, too: a Map<String, List<SObject>> is passed for a Map<String, Object>.
 */
function collectionDistance(world: World, from: ApexType, to: ApexType): number {
  let total = 0;
  for (const [index, argument] of from.arguments.entries()) {
    const each = elementDistance(world, argument, to.arguments[index], from.kind === 'map' && index === 0 ? 'key' : from.kind);
    if (each === NEVER) return NEVER;
    total += each;
  }
  return total;
}

function elementDistance(world: World, from: ApexType, to: ApexType, kind: string): number {
  if (from === to) return 0;
  if (from === ERROR || to === ERROR) return 0;
  if (isSObject(from) && isSObject(to)) {
    if (isGenericSObject(to)) return 3;
    return isGenericSObject(from) ? 4 : NEVER;
  }
  if (kind === 'list' && ((from === ID && to === STRING) || (from === STRING && to === ID))) return 3;
  if (from.kind === 'parameter' || to.kind === 'parameter') return 1;
  if (to === OBJECT) return kind === 'list' || kind === 'map' ? 20 : NEVER;
  if (from.kind === 'primitive' || to.kind === 'primitive') return NEVER;
  return distance(world, from, to);
}

function superDistance(world: World, from: ApexType, to: ApexType): number {
  const found = world.asSuper(from, to);
  if (!found) return NEVER;
  for (const [index, argument] of found.arguments.entries()) {
    const wanted = to.arguments[index];
    if (
      wanted &&
      wanted !== OBJECT &&
      elementDistance(world, argument, wanted, 'list') === NEVER &&
      elementDistance(world, wanted, argument, 'list') === NEVER
    ) {
      return NEVER;
    }
  }
  return 4 + depth(world, from, to);
}

/** Steps up to the supertype, so that the nearer overload wins. */
function depth(world: World, from: ApexType, to: ApexType): number {
  const target = world.memberInfo(to);
  let level = [from];
  for (let steps = 0; steps < 32 && level.length > 0; steps += 1) {
    if (level.some((each) => world.memberInfo(each) === target)) return steps;
    level = level.flatMap((each) => world.supertypes(each));
  }
  return 32;
}

export function assignable(world: World, from: ApexType, to: ApexType): boolean {
  return distance(world, from, to) !== NEVER;
}

/** Whether `(to) value` can succeed: upwards, downwards, between interfaces, between numbers. */
export function castable(world: World, from: ApexType, to: ApexType): boolean {
  if (assignable(world, from, to) || assignable(world, to, from)) return true;
  if (from === OBJECT || to === OBJECT) return true;
  if (numericRank(from) >= 0 && numericRank(to) >= 0) return true;
  if (from === DATETIME && to === DATE) return true;
  if (from.kind === 'interface' || to.kind === 'interface') return to.kind !== 'primitive' && from.kind !== 'primitive';
  if (from.kind === to.kind && ['list', 'set', 'map'].includes(from.kind)) {
    return from.arguments.every((argument, index) => castable(world, argument, to.arguments[index]));
  }
  return false;
}

/** The type of `condition ? a : b` and of `a ?? b`; null when the two have nothing in common. */
export function commonType(world: World, left: ApexType, right: ApexType): ApexType | null {
  if (left === right || right === ERROR) return left;
  if (left === ERROR || left === Types.null) return right;
  if (right === Types.null) return left;
  if (numericRank(left) >= 0 && numericRank(right) >= 0) return numericRank(left) > numericRank(right) ? left : right;
  if (left === OBJECT || right === OBJECT) return OBJECT;
  const toRight = distance(world, left, right);
  const toLeft = distance(world, right, left);
  if (toRight !== NEVER || toLeft !== NEVER) return toRight <= toLeft ? right : left;
  if (isSObject(left) && isSObject(right)) return Types.sobject('SObject');
  return sharedSuper(world, left, right) ?? OBJECT;
}

function sharedSuper(world: World, left: ApexType, right: ApexType): ApexType | null {
  let level: readonly ApexType[] = [left];
  for (let steps = 0; steps < 32 && level.length > 0; steps += 1) {
    const found = level.find((each) => each !== OBJECT && assignable(world, right, each));
    if (found) return found;
    level = level.flatMap((each) => world.supertypes(each));
  }
  return null;
}
