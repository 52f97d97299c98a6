/** An event as the server sends it. */
export interface ChannelEvent {
  readonly data: { readonly event: { readonly replayId: number } };
}

/** `-1` of empApi: events from now on. */
export const FROM_NOW_ON = -1;

/**
 * The new events of a channel, for all windows of the browser from one connection. A browser opens six to a server, over all its windows
 * (HTML Living Standard, "Server-sent events", authors' note), so a stream a window would block the seventh window for good. Who holds the
 * channel's lock reads the stream and passes events on; when that window is closed, another one goes on after the last event.
 */
export class EventChannel {
  private readonly others: BroadcastChannel;
  private readonly closing = new AbortController();
  private last = FROM_NOW_ON;

  constructor(
    private readonly channel: string,
    private readonly onEvent: (event: ChannelEvent) => void,
    private readonly onTrouble: (message: string) => void
  ) {
    this.others = new BroadcastChannel(`emp ${channel}`);
    this.others.addEventListener('message', ({ data }: MessageEvent<ChannelEvent>) => this.receive(data));
  }

  /** Resolves once events arrive: by a stream of its own, or by that of another window. */
  open(): Promise<void> {
    const name = `emp ${this.channel}`;
    return new Promise((resolve, reject) => {
      void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
        if (lock) return this.lead(resolve, reject);
        resolve();
        // Asked for again outside of this request, which ends here: it waits until the window that leads is closed.
        void navigator.locks.request(name, { signal: this.closing.signal }, () => this.lead()).catch(() => undefined);
        return undefined;
      });
    });
  }

  close(): void {
    this.closing.abort();
    this.others.close();
  }

  /** Reads the stream for all windows until this one is closed. Where it can't be opened at first, that ends it, if somebody waits for it. */
  private lead(opened?: () => void, failed?: (reason: string) => void): Promise<void> {
    const stream = openStream(this.channel, this.last, (event) => {
      this.receive(event);
      this.others.postMessage(event);
    });
    let waits = failed;
    return new Promise((end) => {
      const stop = (): void => {
        stream.close();
        end();
      };
      this.closing.signal.addEventListener('abort', stop, { once: true });
      if (this.closing.signal.aborted) stop();
      stream.addEventListener('open', () => {
        waits = undefined;
        opened?.();
      });
      stream.addEventListener('error', () => {
        if (!waits) {
          this.onTrouble('The connection was lost; it is being opened again.');
          return;
        }
        waits('The channel could not be opened.');
        stop();
      });
    });
  }

  private receive(event: ChannelEvent): void {
    this.last = event.data.event.replayId;
    this.onEvent(event);
  }
}

export function openStream(channel: string, replayId: number, onEvent: (event: ChannelEvent) => void): EventSource {
  const stream = new EventSource(`/emp${channel}?replayId=${encodeURIComponent(replayId)}`);
  stream.addEventListener('message', ({ data }: MessageEvent<string>) => onEvent(JSON.parse(data) as ChannelEvent));
  return stream;
}
