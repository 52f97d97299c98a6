export { JobQueue } from './queue.js';
export { FinalizerContext, JobContext } from './contexts.js';
export { eventTriggerState, publishesImmediately } from './events.js';
export { runningJob } from './job.js';
export { storable } from './storables.js';
