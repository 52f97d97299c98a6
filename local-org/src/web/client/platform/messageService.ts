interface Channel {
  readonly channelName: string;
}

interface Subscription {
  readonly channel: string;
  readonly listener: (message: unknown) => void;
}

const subscriptions = new Set<Subscription>();

export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

/** Wire adapter that gives a component its context; one page is one context here. */
export class MessageContext {
  constructor(private readonly callback: (context: object) => void) {}
  connect(): void {
    this.callback(createMessageContext());
  }
  update(): void {
    this.callback(createMessageContext());
  }
  disconnect(): void {
    // Subscriptions live until they are unsubscribed, as on the platform for a context created by hand.
  }
}

const context = Object.freeze({});

export function createMessageContext(): object {
  return context;
}

export function releaseMessageContext(_context: object): void {
  // The page's only context can't be released.
}

/** Listeners get a copy: a message can't be shared state. */
export function publish(messageContext: object, channel: Channel, message?: unknown): void {
  if (!messageContext) throw new TypeError('publish: a message context is required.');
  for (const subscription of [...subscriptions]) {
    if (subscription.channel === channel.channelName)
      subscription.listener(message === undefined ? undefined : (JSON.parse(JSON.stringify(message)) as unknown));
  }
}

export function subscribe(
  messageContext: object,
  channel: Channel,
  listener: (message: unknown) => void,
  _options?: unknown
): Subscription {
  if (!messageContext) throw new TypeError('subscribe: a message context is required.');
  const subscription = { channel: channel.channelName, listener };
  subscriptions.add(subscription);
  return subscription;
}

export function unsubscribe(subscription: Subscription): void {
  subscriptions.delete(subscription);
}
