import type { Org } from '../org/contracts.js';
import type { SObject } from '../values/index.js';
import { decodeState, encodeState } from './state.js';

/**
 * Events that wait, in the database: for a process that goes on when this one is killed. What a trigger has had is noted in the transaction of its
 * work, so that a death between two of them neither loses an event nor gives a trigger one again (on the platform a subscriber's position is as
 * durable: Platform Events Developer Guide, "Resume a Platform Event Trigger").
 */
export class EventStore {
  /** What triggers had of events that the last process left: by replay id. */
  private readonly hadBefore = new Map<string, Set<string>>();

  constructor(private readonly org: Org) {
    org.store.run(`CREATE TABLE IF NOT EXISTS "_events" (replay TEXT PRIMARY KEY, event TEXT NOT NULL) WITHOUT ROWID`);
    org.store.run(
      `CREATE TABLE IF NOT EXISTS "_events_had" (replay TEXT NOT NULL, subscriber TEXT NOT NULL, PRIMARY KEY (replay, subscriber)) WITHOUT ROWID`
    );
  }

  keep(event: SObject): void {
    this.org.store.run(`INSERT INTO "_events" (replay, event) VALUES (?, ?)`, [replayId(event), encodeState(event, this.org)]);
  }

  /** After a start of the process: what waited when the last one ended. Events whose object is gone are nobody's any more. */
  waiting(): SObject[] {
    const { store } = this.org;
    for (const [replay, subscriber] of store.rows(`SELECT replay, subscriber FROM "_events_had"`) as [string, string][]) {
      const had = this.hadBefore.get(replay);
      if (had) had.add(subscriber);
      else this.hadBefore.set(replay, new Set([subscriber]));
    }
    return store.rows(`SELECT replay, event FROM "_events" ORDER BY replay`).flatMap(([replay, text]) => {
      try {
        return [decodeState(text as string, this.org) as SObject];
      } catch {
        this.remove([replay as string]);
        return [];
      }
    });
  }

  /** The events that a trigger has not had. */
  left(events: readonly SObject[], subscriber: string): SObject[] {
    return events.filter((event) => !this.hadBefore.get(replayId(event))?.has(subscriber));
  }

  had(events: readonly SObject[], subscriber: string): void {
    if (!events.length) return;
    this.org.store.run(
      `INSERT INTO "_events_had" (replay, subscriber) SELECT value, ? FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`,
      [subscriber, JSON.stringify(events.map(replayId))]
    );
  }

  forget(events: readonly SObject[]): void {
    this.remove(events.map(replayId));
  }

  private remove(replays: readonly string[]): void {
    for (const replay of replays) this.hadBefore.delete(replay);
    const list = JSON.stringify(replays);
    this.org.store.savepoint('events_forgotten');
    for (const table of ['_events', '_events_had']) {
      this.org.store.run(`DELETE FROM "${table}" WHERE replay IN (SELECT value FROM json_each(?))`, [list]);
    }
    this.org.store.release('events_forgotten');
  }
}

export function replayId(event: SObject): string {
  return event.values.get('ReplayId') as string;
}
