import { ApexDatetime, ApexException, ApexList, plainValue, SObject } from '../values/index.js';
import type { Org, RunningUser } from '../org/contracts.js';
import type { ProjectMetadata } from '../metadata/index.js';
import { runTransaction } from '../org/run.js';
import type { Transaction } from '../org/transaction.js';
import { movePending } from './job.js';
import { decodeState, encodeState } from './state.js';

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

/**
 * Delivers platform events in replay order: to Apex triggers, in transactions of the automated process user, and to the org's listeners. Events
 * that wait are in the database, too, for a process that goes on when this one is killed; it may deliver the last ones again.
 */
export class EventDelivery {
  private queue: SObject[] = [];
  private nextReplayId: number;

  constructor(private readonly org: Org) {
    this.nextReplayId = org.clock.now();
    org.store.run(`CREATE TABLE IF NOT EXISTS "_events" (replay TEXT PRIMARY KEY, event TEXT NOT NULL) WITHOUT ROWID`);
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
      this.org.store.run(`INSERT INTO "_events" (replay, event) VALUES (?, ?)`, [replayId(event), encodeState(event, this.org)]);
      this.queue.push(event);
    }
  }

  /** After a start of the process: what waited when the last one ended. Events whose object is gone are nobody's any more. */
  resume(): void {
    for (const [replay, text] of this.org.store.rows(`SELECT replay, event FROM "_events" ORDER BY replay`)) {
      this.nextReplayId = Math.max(this.nextReplayId, Number(replay) + 1);
      try {
        this.queue.push(decodeState(text as string, this.org) as SObject);
      } catch {
        this.org.store.run(`DELETE FROM "_events" WHERE replay = ?`, [replay]);
      }
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
    for (const event of events) this.org.store.run(`DELETE FROM "_events" WHERE replay = ?`, [replayId(event)]);
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
      let remaining = events;
      const state: EventTriggerState = { retries: 0, lastError: null, resumeCheckpoint: null };
      while (remaining.length) {
        const failure = this.runTrigger(trigger, remaining, info, state, test);
        const checkpoint = state.resumeCheckpoint;
        const resumed =
          checkpoint === null
            ? remaining
            : remaining.slice(remaining.findIndex((event) => event.values.get('ReplayId') === checkpoint) + 1);
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
  }

  private runTrigger(
    trigger: { run(): void },
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

function replayId(event: SObject): string {
  return event.values.get('ReplayId') as string;
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
