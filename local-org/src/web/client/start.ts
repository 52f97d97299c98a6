import { createElement } from 'lwc';
import App from 'shell/app';
import { listenForRefresh } from './platform/refresh.js';
import { startRouter } from './runtime/router.js';
import { startToasts } from './runtime/toasts.js';

/** Draws the page. */
export function start(): void {
  startToasts();
  startRouter();
  listenForRefresh();
  document.getElementById('app')!.replaceChildren(createElement('shell-app', { is: App }));
}
