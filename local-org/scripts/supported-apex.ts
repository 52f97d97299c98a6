// Writes docs/supported-apex.md. Run: npx tsx local-org/scripts/supported-apex.ts
import { writeFileSync } from 'node:fs';
import { builtinTypes } from '../src/stdlib/registry.js';
import { renderSupportedApex } from '../src/stdlib/supportedApex.js';

writeFileSync(new URL('../docs/supported-apex.md', import.meta.url), renderSupportedApex(builtinTypes));
