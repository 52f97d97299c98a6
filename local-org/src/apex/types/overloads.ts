import type { ApexType } from '../../values/apexType.js';
import { distance, NEVER } from './conversions.js';
import type { MethodView } from './members.js';
import type { World } from './world.js';

/** An argument for choosing an overload: a SOQL expression also fits one record. */
export interface ArgumentType {
  readonly type: ApexType;
  readonly singleRow?: ApexType;
}

/** The best of the methods for these arguments; null when none fits. */
export function chooseOverload(world: World, candidates: readonly MethodView[], args: readonly ArgumentType[]): MethodView | null {
  let best: { readonly view: MethodView; readonly distances: readonly number[] } | null = null;
  for (const view of candidates) {
    if (view.parameters.length !== args.length) continue;
    const distances = args.map((argument, index) => argumentDistance(world, argument, view.parameters[index]));
    if (distances.includes(NEVER)) continue;
    if (!best || sum(distances) < sum(best.distances) || (sum(distances) === sum(best.distances) && moreSpecific(world, view, best.view))) {
      best = { view, distances };
    }
  }
  return best?.view ?? null;
}

function argumentDistance(world: World, argument: ArgumentType, parameter: ApexType): number {
  const direct = distance(world, argument.type, parameter);
  if (direct !== NEVER || !argument.singleRow) return direct;
  const single = distance(world, argument.singleRow, parameter);
  if (single !== NEVER) return 10 + single;
  return parameter.kind === 'sobject' ? 12 : NEVER;
}

function moreSpecific(world: World, view: MethodView, other: MethodView): boolean {
  return view.parameters.every((parameter, index) => distance(world, parameter, other.parameters[index]) !== NEVER);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
