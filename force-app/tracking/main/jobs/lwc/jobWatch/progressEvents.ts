import { onError, subscribe, unsubscribe, type EventSubscription } from 'lightning/empApi';

const CHANNEL = '/event/Status_Job_Progress__e';
const FROM_NOW_ON = -1;

/** The fields of Status_Job_Progress__e. */
export interface ProgressPayload {
  readonly Job_Id__c: string;
  readonly Campaign_Id__c: string;
  readonly State__c: string;
  readonly Total__c: number;
  readonly Changed__c: number;
  readonly Skipped__c: number;
  readonly Failed__c: number;
}

export type ProgressListener = (payload: ProgressPayload) => void;

const listeners = new Set<ProgressListener>();
let subscription: Promise<EventSubscription | undefined> | undefined;
let arriving = false;
let hearsErrors = false;

/** Whether progress is told by events at the moment; where it is not, somebody has to ask for it. */
export function eventsArrive(): boolean {
  return arriving;
}

/** Calls the listener with the progress of every job, until the function that it gives back is called. The page subscribes once for all. */
export function hearProgress(listener: ProgressListener): () => void {
  listeners.add(listener);
  subscription ??= open();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) void close();
  };
}

/** Nothing, where events can't be had: somebody has to ask, then. */
async function open(): Promise<EventSubscription | undefined> {
  if (!hearsErrors) {
    hearsErrors = true;
    // It can't be taken back, so it is given once. An error says nothing of what it concerns, so no event is counted on until one comes.
    onError(() => {
      arriving = false;
    });
  }
  try {
    const opened = await subscribe<ProgressPayload>(CHANNEL, FROM_NOW_ON, ({ data }) => {
      arriving = true;
      for (const listener of [...listeners]) listener(data.payload);
    });
    arriving = true;
    return opened;
  } catch {
    return undefined;
  }
}

async function close(): Promise<void> {
  const closing = subscription;
  subscription = undefined;
  arriving = false;
  const opened = await closing;
  if (opened) await unsubscribe(opened);
}
