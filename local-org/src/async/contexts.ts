import { type ApexException, BuiltinObject } from '../values/index.js';

/** QueueableContext, Database.BatchableContext and SchedulableContext: they know the job (or trigger) they run for. */
export class JobContext extends BuiltinObject {
  constructor(
    typeName: 'QueueableContext' | 'Database.BatchableContext' | 'SchedulableContext',
    readonly jobId: string,
    readonly childJobId: string | null = null
  ) {
    super(typeName);
  }
}

/** System.FinalizerContext */
export class FinalizerContext extends BuiltinObject {
  constructor(
    readonly jobId: string,
    readonly requestId: string,
    /** What the job threw, or null. */
    readonly failure: ApexException | null
  ) {
    super('FinalizerContext');
  }
}
