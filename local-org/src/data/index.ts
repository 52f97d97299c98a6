import type { Org } from '../org/contracts.js';
import { convertLead, platformBehaviours } from '../platform/index.js';
import { Behaviours } from './behaviour.js';
import type { DmlOrg } from './dml.js';
import { Engine } from './engine.js';

export type { ObjectBehaviour } from './behaviour.js';
export type { Dml, DmlOrg } from './dml.js';
export type { Engine } from './engine.js';
export type { Row } from './row.js';
export { hasSavepoints, releaseSavepoint, rollbackToSavepoint, setSavepoint } from './savepoints.js';

/** The DML engine of an org, with everything that standard objects do by themselves. */
export function createDml(org: DmlOrg | Org): Engine {
  return new Engine(org, new Behaviours(platformBehaviours), convertLead);
}
