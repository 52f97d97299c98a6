export { createAccess, type AccessSurroundings } from './control.js';
export { GRANTED_OBJECTS, PROFILES, type ProfileDefinition } from './profiles.js';
export { seedOrg, type SeedSurroundings } from './seed/seed.js';
export { ADMIN_USERNAME, AUTOMATED_PROCESS, INTEGRATION_USERNAME, ORGANIZATION_ID, profileId, userId } from './seed/users.js';
