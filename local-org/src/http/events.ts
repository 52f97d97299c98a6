import type { FastifyInstance } from 'fastify';
import type { EventListener } from '../org/contracts.js';
import type { Context } from './context.js';

/** How many events are kept for subscribers that ask for earlier ones (an org keeps three days). */
const KEPT = 1000;
const HEARTBEAT = 15_000;

interface Kept {
  readonly channel: string;
  readonly replayId: number;
  readonly text: string;
}

/** Platform events and change events as server-sent events: `GET /emp/event/Thing__e?replayId=-1`. */
export function eventRoutes(app: FastifyInstance, context: Context): void {
  const { org } = context.host;
  const kept: Kept[] = [];
  const subscribers = new Set<(event: Kept) => void>();
  const listener: EventListener = (channel, { replayId, payload }) => {
    const name = channel.split('/').pop()!;
    const message = { channel, data: { schema: name, payload, event: { replayId, EventUuid: `${name}-${replayId}` } } };
    const event = { channel, replayId, text: JSON.stringify(message) };
    kept.push(event);
    if (kept.length > KEPT) kept.shift();
    for (const tell of subscribers) tell(event);
  };
  org.listeners.add(listener);
  app.addHook('onClose', (_app, done) => {
    org.listeners.delete(listener);
    done();
  });

  app.get('/emp/*', (request, reply) => {
    const channel = `/${(request.params as { '*': string })['*']}`;
    const replayId = Number((request.query as { replayId?: string }).replayId ?? -1);
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive' });
    stream.write(': open\n\n');
    const tell = (event: Kept): void => {
      if (event.channel.toLowerCase() === channel.toLowerCase()) stream.write(`id: ${event.replayId}\ndata: ${event.text}\n\n`);
    };
    // -1: from now on; -2: all that are kept; otherwise those after the given one. A browser that reconnects says where it stopped.
    const after = Number(request.headers['last-event-id'] ?? (replayId === -1 ? Infinity : replayId === -2 ? -Infinity : replayId));
    for (const event of kept) if (event.replayId > after) tell(event);
    subscribers.add(tell);
    const heartbeat = setInterval(() => stream.write(': still here\n\n'), HEARTBEAT);
    request.raw.on('close', () => {
      clearInterval(heartbeat);
      subscribers.delete(tell);
      stream.end();
    });
  });
}
