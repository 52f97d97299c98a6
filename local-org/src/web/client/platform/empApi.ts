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

const sources = new Map<string, EventSource>();
const errorListeners = new Set<(error: unknown) => void>();
let nextId = 1;

/** Subscribes to platform events or change events over server-sent events; `-1` is new events, `-2` all that are kept. */
export async function subscribe(channel: string, replayId: number, onMessage: (message: unknown) => void): Promise<Subscription> {
  const source = new EventSource(`/emp${channel}?replayId=${encodeURIComponent(replayId)}`);
  await new Promise<void>((resolve, reject) => {
    source.addEventListener('open', () => resolve(), { once: true });
    source.addEventListener('error', () => reject(report(channel, 'The channel could not be opened.')), { once: true });
  });
  source.addEventListener('message', (event) => onMessage(JSON.parse((event as MessageEvent<string>).data)));
  source.addEventListener('error', () => report(channel, 'The connection was lost; it is being opened again.'));
  const subscription = Object.freeze({ id: String(nextId++), channel, replayId });
  sources.set(subscription.id, source);
  return subscription;
}

function report(channel: string, message: string): unknown {
  const error = { channel, subscription: channel, successful: false, error: message };
  for (const listener of errorListeners) listener(error);
  return error;
}

export async function unsubscribe(subscription: Subscription, onAnswer?: (reply: Reply) => void): Promise<Reply> {
  sources.get(subscription.id)?.close();
  sources.delete(subscription.id);
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
