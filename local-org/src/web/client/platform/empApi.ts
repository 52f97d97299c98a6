import { EventChannel, FROM_NOW_ON, openStream, type ChannelEvent } from '../runtime/eventChannel.js';

interface Subscription {
  readonly id: string;
  readonly channel: string;
  readonly replayId: number;
}

interface Reply {
  readonly clientId: string;
  readonly channel: string;
  readonly id: string;
  readonly subscription: string;
  readonly successful: boolean;
}

interface SharedChannel {
  readonly channel: EventChannel;
  readonly opened: Promise<void>;
  readonly listeners: Set<(event: ChannelEvent) => void>;
}

const shared = new Map<string, SharedChannel>();
const closers = new Map<string, () => void>();
const errorListeners = new Set<(error: unknown) => void>();
let nextId = 1;

/** Subscribes to platform events or change events over server-sent events; `-1` is new events, `-2` all that are kept. */
export async function subscribe(channel: string, replayId: number, onMessage: (message: unknown) => void): Promise<Subscription> {
  const close = replayId === FROM_NOW_ON ? await listen(channel, onMessage) : await replay(channel, replayId, onMessage);
  const subscription = Object.freeze({ id: String(nextId++), channel, replayId });
  closers.set(subscription.id, close);
  return subscription;
}

/** New events come to all windows over one connection. */
async function listen(channel: string, onEvent: (event: ChannelEvent) => void): Promise<() => void> {
  const source = shared.get(channel) ?? share(channel);
  // A subscription of its own, also where the same function listens twice.
  const listener = (event: ChannelEvent): void => onEvent(event);
  source.listeners.add(listener);
  const leave = (): void => {
    source.listeners.delete(listener);
    if (source.listeners.size > 0) return;
    source.channel.close();
    if (shared.get(channel) === source) shared.delete(channel);
  };
  try {
    await source.opened;
  } catch (reason) {
    leave();
    throw report(channel, String(reason));
  }
  return leave;
}

function share(channel: string): SharedChannel {
  const listeners = new Set<(event: ChannelEvent) => void>();
  const tell = (event: ChannelEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  const events = new EventChannel(channel, tell, (message) => report(channel, message));
  const source = { channel: events, opened: events.open(), listeners };
  shared.set(channel, source);
  return source;
}

/** What was before is for this subscription alone. */
async function replay(channel: string, replayId: number, onEvent: (event: ChannelEvent) => void): Promise<() => void> {
  const stream = openStream(channel, replayId, onEvent);
  await new Promise<void>((resolve, reject) => {
    stream.addEventListener('open', () => resolve(), { once: true });
    stream.addEventListener('error', () => reject(report(channel, 'The channel could not be opened.')), { once: true });
  }).catch((error: unknown) => {
    stream.close();
    throw error;
  });
  stream.addEventListener('error', () => report(channel, 'The connection was lost; it is being opened again.'));
  return () => stream.close();
}

function report(channel: string, message: string): unknown {
  const error = { channel, subscription: channel, successful: false, error: message };
  for (const listener of errorListeners) listener(error);
  return error;
}

export async function unsubscribe(subscription: Subscription, onAnswer?: (reply: Reply) => void): Promise<Reply> {
  closers.get(subscription.id)?.();
  closers.delete(subscription.id);
  const reply = {
    clientId: 'local-org',
    channel: '/meta/unsubscribe',
    id: subscription.id,
    subscription: subscription.channel,
    successful: true
  };
  onAnswer?.(reply);
  return reply;
}

export function onError(listener: (error: unknown) => void): void {
  errorListeners.add(listener);
}

export function setDebugFlag(_flag: boolean): void {
  // Extra logging on the platform; there is nothing here that it would log.
}

export async function isEmpEnabled(): Promise<boolean> {
  return true;
}
