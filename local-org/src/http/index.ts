export { createServer, PortInUse, type Server, type ServerOptions } from './server.js';
export type { OrgHandle } from './host.js';
export { ApiError } from './errors.js';
export { toAura } from './json/toAura.js';
