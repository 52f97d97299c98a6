import type { AccessLevel } from '../org/contracts.js';
import { BuiltinObject } from '../values/index.js';
import { builtin } from './declare.js';

/** System.AccessLevel */
export class ApexAccessLevel extends BuiltinObject {
  constructor(readonly mode: AccessLevel) {
    super('AccessLevel');
  }
}

const USER_MODE = new ApexAccessLevel('USER_MODE');
const SYSTEM_MODE = new ApexAccessLevel('SYSTEM_MODE');

/** The mode that an AccessLevel argument means; null: the caller's default. */
export function accessMode(level: ApexAccessLevel | null): AccessLevel | null {
  return level?.mode ?? null;
}

export const declarations = [
  builtin('class AccessLevel', {
    'static final AccessLevel USER_MODE': { get: () => USER_MODE },
    'static final AccessLevel SYSTEM_MODE': { get: () => SYSTEM_MODE }
  })
];
