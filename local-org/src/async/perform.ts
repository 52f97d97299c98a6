import type { Org } from '../org/contracts.js';
import type { Batches } from './batch.js';
import { FinalizerContext, JobContext } from './contexts.js';
import { execute } from './execute.js';
import type { Job } from './job.js';

/** Does a job's work in the running transaction. */
export function perform(org: Org, batches: Batches, job: Job): void {
  const { work } = job;
  switch (work.type) {
    case 'queueable':
      return execute(work.instance, 'QueueableContext', new JobContext('QueueableContext', job.id));
    case 'finalizer':
      return execute(work.instance, 'FinalizerContext', new FinalizerContext(job.id, work.requestId, work.failure));
    case 'future':
      return void org.program.invokeStatic(job.className, work.method, work.args);
    case 'scheduled':
      return execute(work.instance, 'SchedulableContext', new JobContext('SchedulableContext', work.triggerId));
    case 'scheduledBatch':
      return void org.async.executeBatch(work.instance, work.scopeSize);
    case 'batch':
      return batches.perform(job, work);
  }
}
