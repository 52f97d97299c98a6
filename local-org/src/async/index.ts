export { JobQueue } from './queue.js';
export { FinalizerContext, JobContext } from './contexts.js';
export { eventTriggerState } from './events.js';
export { runningJob } from './job.js';
