// The polyfill has to be in place before anything creates an element.
import '@lwc/synthetic-shadow';
import { loadBootstrap } from './runtime/bootstrap.js';
import { secureBlobs } from './runtime/lightningWebSecurity.js';

// Labels, permissions and the user are read by modules as they load, so they are fetched first.
secureBlobs();
await loadBootstrap();
const { start } = await import('./start.js');
start();
