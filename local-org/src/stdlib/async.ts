import { argument, BuiltinObject, raise, unsupported, type ApexEnum, type ApexObject } from '../values/index.js';
import { eventTriggerState, type FinalizerContext, type JobContext, runningJob, storable } from '../async/index.js';
import type { Org } from '../org/contracts.js';
import { tx } from '../org/transaction.js';
import type { ObjectInfo } from '../schema/model.js';
import { builtin, type BuiltinDeclaration } from './declare.js';
import { enumConstant } from './enums.js';
import { fieldToken, sobjectTypeToken, type SObjectFieldToken, type SObjectTypeToken } from './schemaTokens.js';

/** System.AsyncOptions */
class AsyncOptions extends BuiltinObject {
  maximumDepth: number | null = null;
  delayMinutes: number | null = null;
  signature: QueueableDuplicateSignature | null = null;
  constructor() {
    super('AsyncOptions');
  }
}

class QueueableDuplicateSignature extends BuiltinObject {
  constructor(readonly text: string) {
    super('QueueableDuplicateSignature');
  }
}

class SignatureBuilder extends BuiltinObject {
  readonly parts: string[] = [];
  constructor() {
    super('QueueableDuplicateSignature.Builder');
  }
}

class EventTriggerContext extends BuiltinObject {
  constructor() {
    super('EventBus.TriggerContext');
  }
}

function enqueue(
  queueable: object | null,
  options: { delayMinutes?: number; maximumDepth?: number; duplicateSignature?: string } = {}
): string {
  if (queueable === null) raise('NullPointerException', 'Attempt to de-reference a null object');
  return tx().org.async.enqueue(queueable, options);
}

function delay(minutes: number | null): number {
  // "a minimum delay … of 0 to 10 minutes" (Apex Developer Guide, "Adding a Queueable Job with a Specified Minimum Delay").
  if (minutes === null || minutes < 0 || minutes > 10)
    raise('InvalidParameterValueException', `Delay must be between 0 and 10 minutes: ${minutes}`);
  return minutes;
}

function signatureBuilderClass(): BuiltinDeclaration {
  const add = (self: SignatureBuilder, value: unknown): SignatureBuilder => {
    self.parts.push(String(argument(value)));
    return self;
  };
  return builtin('class QueueableDuplicateSignature.Builder', {
    'QueueableDuplicateSignature.Builder()': () => new SignatureBuilder(),
    'QueueableDuplicateSignature.Builder addId(Id value)': add,
    'QueueableDuplicateSignature.Builder addString(String value)': add,
    'QueueableDuplicateSignature.Builder addInteger(Integer value)': add,
    'QueueableDuplicateSignature build()': (self: SignatureBuilder) => new QueueableDuplicateSignature(self.parts.join('\u0000')),
    // The platform's sizes are not documented.
    'Integer getSize()': () => unsupported('QueueableDuplicateSignature.Builder.getSize()'),
    'Integer getRemainingSize()': () => unsupported('QueueableDuplicateSignature.Builder.getRemainingSize()'),
    'Integer getMaxSize()': () => unsupported('QueueableDuplicateSignature.Builder.getMaxSize()')
  });
}

// What besides plain values, records and objects of the project a job's state may hold when the process ends.
storable(
  'Schema.SObjectType',
  ({ info }: SObjectTypeToken) => info.name,
  (name, org) => sobjectTypeToken(objectNamed(org, name))
);
storable(
  'Schema.SObjectField',
  ({ object, field }: SObjectFieldToken) => `${object.name}.${field.name}`,
  (path, org) => {
    const [objectName, fieldName] = path.split('.');
    const object = objectNamed(org, objectName);
    const field = object.field(fieldName);
    if (!field) throw new Error(`The project no longer has the field ${path}.`);
    return fieldToken(object, field);
  }
);

function objectNamed(org: Org, name: string): ObjectInfo {
  const info = org.schema.object(name);
  if (!info) throw new Error(`The project no longer has the object ${name}.`);
  return info;
}

export const declarations: BuiltinDeclaration[] = [
  builtin('interface Queueable', { 'void execute(QueueableContext context)': null }),
  builtin('interface Finalizer', { 'void execute(FinalizerContext context)': null }),
  builtin('interface Schedulable', { 'void execute(SchedulableContext context)': null }),
  builtin('interface Database.Batchable<T>', {
    'Object start(Database.BatchableContext context)': null,
    'void execute(Database.BatchableContext context, List<T> scope)': null,
    'void finish(Database.BatchableContext context)': null
  }),
  builtin('interface Database.Stateful', {}),
  builtin('interface Database.AllowsCallouts', {}),
  builtin('interface Database.RaisesPlatformEvents', {}),
  builtin('interface QueueableContext', { 'Id getJobId()': (self: JobContext) => self.jobId }),
  builtin('interface SchedulableContext', { 'Id getTriggerId()': (self: JobContext) => self.jobId }),
  builtin('interface Database.BatchableContext', {
    'Id getJobId()': (self: JobContext) => self.jobId,
    'Id getChildJobId()': (self: JobContext) => self.childJobId
  }),
  builtin('interface FinalizerContext', {
    'Id getAsyncApexJobId()': (self: FinalizerContext) => self.jobId,
    'String getRequestId()': (self: FinalizerContext) => self.requestId,
    'ParentJobResult getResult()': (self: FinalizerContext): ApexEnum =>
      enumConstant('ParentJobResult', self.failure ? 'UNHANDLED_EXCEPTION' : 'SUCCESS'),
    'Exception getException()': (self: FinalizerContext) => self.failure
  }),
  builtin('enum ParentJobResult', {}, ['SUCCESS', 'UNHANDLED_EXCEPTION']),
  builtin('class AsyncOptions', {
    'AsyncOptions()': () => new AsyncOptions(),
    'Integer MaximumQueueableStackDepth': {
      get: (self: AsyncOptions) => self.maximumDepth,
      set: (self: AsyncOptions, value: number | null) => void (self.maximumDepth = value)
    },
    'Integer MinimumQueueableDelayInMinutes': {
      get: (self: AsyncOptions) => self.delayMinutes,
      set: (self: AsyncOptions, value: number | null) => void (self.delayMinutes = value)
    },
    'QueueableDuplicateSignature DuplicateSignature': {
      get: (self: AsyncOptions) => self.signature,
      set: (self: AsyncOptions, value: QueueableDuplicateSignature | null) => void (self.signature = value)
    }
  }),
  builtin('class QueueableDuplicateSignature', { 'String toString()': (self: QueueableDuplicateSignature) => self.text }),
  signatureBuilderClass(),
  builtin('class AsyncInfo', {
    'static Boolean hasMaxStackDepth()': () => (runningJob(tx())?.maximumDepth ?? null) !== null,
    'static Integer getCurrentQueueableStackDepth()': () => runningJob(tx())?.depth ?? 0,
    'static Integer getMaximumQueueableStackDepth()': () => runningJob(tx())?.maximumDepth ?? null,
    'static Integer getMinimumQueueableDelayInMinutes()': () => runningJob(tx())?.delayMinutes ?? null
  }),
  builtin('class System', {
    'static Id enqueueJob(Object queueable)': (queueable: object | null) => enqueue(queueable),
    'static Id enqueueJob(Object queueable, Integer delay)': (queueable: object | null, minutes: number | null) =>
      enqueue(queueable, { delayMinutes: delay(minutes) }),
    'static Id enqueueJob(Object queueable, AsyncOptions options)': (queueable: object | null, options: AsyncOptions | null) =>
      enqueue(queueable, {
        ...(options && options.delayMinutes !== null && { delayMinutes: delay(options.delayMinutes) }),
        ...(options && options.maximumDepth !== null && { maximumDepth: options.maximumDepth }),
        ...(options && options.signature !== null && { duplicateSignature: options.signature.text })
      }),
    'static void attachFinalizer(Object finalizer)': (finalizer: object) => tx().org.async.attachFinalizer(finalizer),
    'static void abortJob(String jobId)': (jobId: string) => tx().org.async.abort(jobId),
    'static Id schedule(String name, String cron, Object schedulable)': (name: string, cron: string, schedulable: ApexObject) =>
      tx().org.async.schedule(name, cron, schedulable),
    'static Id scheduleBatch(Object batchable, String name, Integer minutes)': (batchable: object, name: string, minutes: number) =>
      tx().org.async.scheduleBatch(batchable, name, minutes, 200),
    'static Id scheduleBatch(Object batchable, String name, Integer minutes, Integer scope)': (
      batchable: object,
      name: string,
      minutes: number,
      scope: number
    ) => tx().org.async.scheduleBatch(batchable, name, minutes, scope)
  }),
  builtin('class Database', {
    'static Id executeBatch(Object batchable)': (batchable: object) => tx().org.async.executeBatch(batchable, 200),
    'static Id executeBatch(Object batchable, Integer scope)': (batchable: object, scope: number | null) =>
      tx().org.async.executeBatch(batchable, scope ?? 200)
  }),
  builtin('class EventBus.TriggerContext', {
    'static EventBus.TriggerContext currentContext()': () => new EventTriggerContext(),
    'Integer retries': { get: () => eventTriggerState(tx())?.retries ?? 0 },
    'String lastError': { get: () => eventTriggerState(tx())?.lastError ?? null },
    'void setResumeCheckpoint(String replayId)': (_self: EventTriggerContext, replayId: string) => {
      const state = eventTriggerState(tx());
      if (!state) raise('InvalidParameterValueException', 'setResumeCheckpoint is only allowed in a platform event trigger.');
      state.resumeCheckpoint = replayId;
    },
    'String getResumeCheckpoint()': () => eventTriggerState(tx())?.resumeCheckpoint ?? null
  })
];
