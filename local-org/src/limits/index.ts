export { createLimits } from './limits.js';
export type { Meter } from './meter.js';
export type { LimitsKind } from './numbers.js';
