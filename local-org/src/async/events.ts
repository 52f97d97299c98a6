import { ApexDatetime, ApexException, ApexList, plainValue, SObject } from '../values/index.js';
import type { CompiledTrigger, Org, RunningUser } from '../org/contracts.js';
import type { ProjectMetadata } from '../metadata/index.js';
import { runTransaction } from '../org/run.js';
import type { Transaction } from '../org/transaction.js';
import { EventStore, replayId } from './eventStore.js';
import { movePending } from './job.js';

/** "Platform event trigger batches are up to 2,000 events" (Platform Events Developer Guide). */
const TRIGGER_BATCH = 2000;
/** A trigger that keeps throwing EventBus.RetryableException is stopped after its ninth retry (Platform Events Developer Guide). */
const MAXIMUM_RETRIES = 9;

const CONTEXT = 'events.context';

/** EventBus.TriggerContext of the batch that is being delivered. */
export interface EventTriggerState {
  retries: number;
  lastError: string | null;
  resumeCheckpoint: string | null;
}

export function eventTriggerState(transaction: Transaction): EventTriggerState | null {
  return (transaction.scratch.get(CONTEXT) as EventTriggerState | undefined) ?? null;
}

/** Delivers platform events in replay order: to Apex triggers, in transactions of the automated process user, and to the org's listeners. */
export class EventDelivery {
  private queue: SObject[] = [];
  private nextReplayId: number;
  private readonly stored: EventStore;

  constructor(private readonly org: Org) {
    this.nextReplayId = org.clock.now();
    this.stored = new EventStore(org);
  }

  /** Gives events their ids and splits them by their object's publish behaviour. */
  stamp(events: readonly SObject[], publisher: RunningUser): { immediate: SObject[]; afterCommit: SObject[] } {
    const immediate: SObject[] = [];
    const afterCommit: SObject[] = [];
    for (const event of events) {
      const copy = new SObject(event.info);
      for (const [name, value] of event.values) copy.values.set(name, value);
      copy.values.set('ReplayId', String(this.nextReplayId++));
      copy.values.set('CreatedDate', new ApexDatetime(this.org.clock.now()));
      copy.values.set('CreatedById', publisher.id);
      (publishesImmediately(this.org.metadata, event.typeName) ? immediate : afterCommit).push(copy);
    }
    return { immediate, afterCommit };
  }

  enqueue(events: readonly SObject[]): void {
    for (const event of events) {
      this.stored.keep(event);
      this.queue.push(event);
    }
  }

  /** After a start of the process: goes on with what waited when the last one ended. */
  resume(): void {
    for (const event of this.stored.waiting()) {
      this.nextReplayId = Math.max(this.nextReplayId, Number(replayId(event)) + 1);
      this.queue.push(event);
    }
  }

  /** Delivers the next run of events of one kind. Answers false when nothing waits. */
  deliverNext(): boolean {
    const first = this.queue[0];
    if (!first) return false;
    let count = 0;
    while (count < this.queue.length && this.queue[count].info === first.info && count < TRIGGER_BATCH) count++;
    const events = this.queue.splice(0, count);
    this.deliver(events, null);
    this.stored.forget(events);
    return true;
  }

  deliver(events: SObject[], test: Transaction | null): void {
    for (const [info, group] of groupByObject(events)) {
      for (let start = 0; start < group.length; start += TRIGGER_BATCH) {
        this.runTriggers(group.slice(start, start + TRIGGER_BATCH), info, test);
      }
      for (const event of group) this.tell(event);
    }
  }

  private runTriggers(events: SObject[], info: NonNullable<SObject['info']>, test: Transaction | null): void {
    const triggers = this.org.program.triggers(info.name).filter((trigger) => trigger.events.includes('after insert'));
    for (const trigger of triggers) {
      const waiting = test ? events : this.stored.left(events, trigger.name);
      const size = this.batchSizeOf(trigger);
      for (let start = 0; start < waiting.length; start += size) this.runBatch(trigger, waiting.slice(start, start + size), info, test);
    }
  }

  private batchSizeOf(trigger: CompiledTrigger): number {
    const name = trigger.name.toLowerCase();
    return this.org.metadata.eventSubscribers.find(({ consumer }) => consumer.toLowerCase() === name)?.batchSize ?? TRIGGER_BATCH;
  }

  private runBatch(trigger: CompiledTrigger, events: SObject[], info: NonNullable<SObject['info']>, test: Transaction | null): void {
    let remaining = events;
    const state: EventTriggerState = { retries: 0, lastError: null, resumeCheckpoint: null };
    while (remaining.length) {
      const failure = this.runTrigger(trigger, remaining, info, state, test);
      const checkpoint = state.resumeCheckpoint;
      const resumed = checkpoint === null ? remaining : remaining.slice(upTo(checkpoint, remaining));
      state.resumeCheckpoint = null;
      if (!failure) {
        if (checkpoint === null) break;
        remaining = resumed;
        continue;
      }
      if (!isRetryable(failure) && checkpoint === null) {
        if (test) throw failure as Error;
        break;
      }
      if (isRetryable(failure) && ++state.retries > MAXIMUM_RETRIES) break;
      state.lastError = failure instanceof Error ? failure.message : String((failure as { message?: string }).message);
      remaining = resumed;
    }
  }

  private runTrigger(
    trigger: CompiledTrigger,
    events: SObject[],
    info: NonNullable<SObject['info']>,
    state: EventTriggerState,
    test: Transaction | null
  ): unknown {
    const user = this.org.access.automatedProcess();
    try {
      runTransaction(this.org, { user, quiddity: 'UNDEFINED', kind: 'sync', ...(test && { inside: test }) }, (transaction) => {
        transaction.scratch.set(CONTEXT, state);
        const records = new ApexList(events[0].apexType, events);
        transaction.triggers.push({
          object: info,
          operation: 'AFTER_INSERT',
          new: records,
          old: null,
          newMap: null,
          oldMap: null,
          size: events.length
        });
        try {
          trigger.run();
        } catch (error) {
          // What was done up to the checkpoint is kept (Platform Events Developer Guide, "Resume a Platform Event Trigger").
          if (state.resumeCheckpoint === null) throw error;
          transaction.log.push(String((error as { message?: string }).message));
        } finally {
          transaction.triggers.pop();
        }
        if (test) movePending(transaction, test);
        else this.stored.had(events.slice(0, upTo(state.resumeCheckpoint, events)), trigger.name);
      });
      return null;
    } catch (error) {
      return error;
    }
  }

  private tell(event: SObject): void {
    const payload: Record<string, unknown> = {};
    for (const [name, value] of event.values) if (name !== 'ReplayId') payload[name] = plainValue(value);
    const replayId = Number(event.values.get('ReplayId'));
    for (const listener of this.org.listeners) listener(`/event/${event.typeName}`, { replayId, payload });
  }
}

/** How many events a trigger is done with that has set this checkpoint, or none. */
function upTo(checkpoint: string | null, events: readonly SObject[]): number {
  return checkpoint === null ? events.length : events.findIndex((event) => replayId(event) === checkpoint) + 1;
}

/** "Publish Immediately … is the default option" (Platform Events Developer Guide, "Platform Event Fields"). */
export function publishesImmediately(metadata: ProjectMetadata | undefined, event: string): boolean {
  const source = metadata?.objects.find((object) => object.name.toLowerCase() === event.toLowerCase());
  return source?.definition?.text('publishBehavior') !== 'PublishAfterCommit';
}

function groupByObject(events: readonly SObject[]): Map<NonNullable<SObject['info']>, SObject[]> {
  const groups = new Map<NonNullable<SObject['info']>, SObject[]>();
  for (const event of events) {
    const group = groups.get(event.info!);
    if (group) group.push(event);
    else groups.set(event.info!, [event]);
  }
  return groups;
}

function isRetryable(failure: unknown): boolean {
  return failure instanceof ApexException && failure.apexType.key === 'eventbus.retryableexception';
}
