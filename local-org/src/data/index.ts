import type { Org } from '../org/contracts.js';
import { Behaviours, type ObjectBehaviour } from './behaviour.js';
import type { DmlOrg } from './dml.js';
import { Engine, type ConvertLead } from './engine.js';

export type { ObjectBehaviour } from './behaviour.js';
export type { Dml, DmlOrg } from './dml.js';
export type { Engine } from './engine.js';
export type { Row } from './row.js';
export { hasSavepoints, releaseSavepoint, rollbackToSavepoint, setSavepoint } from './savepoints.js';

/** What standard objects do by themselves. */
export interface Platform {
  readonly behaviours: readonly ObjectBehaviour[];
  readonly convertLead: ConvertLead;
}

/** The DML engine of an org. What standard objects do is given to it, because they are written in its terms. */
export function createDml(org: DmlOrg | Org, { behaviours, convertLead }: Platform): Engine {
  return new Engine(org, new Behaviours(behaviours), convertLead);
}
