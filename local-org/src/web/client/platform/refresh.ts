import { recordsChanged } from '../runtime/wire.js';

type Handler = () => Promise<unknown>;

export const REFRESH_ERROR = 'refresh-error';
export const REFRESH_COMPLETE = 'refresh-complete';
export const REFRESH_COMPLETE_WITH_ERRORS = 'refresh-complete-with-errors';

interface Registration {
  readonly element: unknown;
  readonly handler: Handler;
}

const handlers = new Map<string, Registration>();
let nextId = 1;

/** Asks the page to refresh its data: standard components read their records again, registered handlers run. */
export class RefreshEvent extends CustomEvent<undefined> {
  static readonly type = 'lightning__refreshview';
  constructor() {
    super('lightning__refreshview', { bubbles: true, composed: true, cancelable: true });
  }
}

export function registerRefreshHandler(element: unknown, handler: Handler): string {
  const id = `refresh-${nextId++}`;
  handlers.set(id, { element, handler: (): Promise<unknown> => handler.call(element) });
  return id;
}

export function unregisterRefreshHandler(id: string): boolean {
  return handlers.delete(id);
}

/** Containers limit a refresh to what is inside them; the page is the only container here, so its refreshes reach everyone. */
export function registerRefreshContainer(element: unknown, handler: (promise: Promise<unknown>) => void): string {
  const id = `refresh-container-${nextId++}`;
  handlers.set(id, {
    element,
    handler: async () => {
      handler.call(element, Promise.resolve(REFRESH_COMPLETE));
      return true;
    }
  });
  return id;
}

export function unregisterRefreshContainer(id: string): boolean {
  return handlers.delete(id);
}

/** Started by the shell. */
export function listenForRefresh(): void {
  window.addEventListener(RefreshEvent.type, () => {
    void recordsChanged('all');
    for (const { handler } of [...handlers.values()]) void handler();
  });
}
