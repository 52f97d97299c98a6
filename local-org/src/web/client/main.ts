// The polyfill has to be in place before anything creates an element.
import '@lwc/synthetic-shadow';
import { loadBootstrap } from './runtime/bootstrap.js';

// Labels, permissions and the user are read by modules as they load, so they are fetched first.
await loadBootstrap();
const { start } = await import('./start.js');
start();
