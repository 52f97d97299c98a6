#!/usr/bin/env node
// The local org is TypeScript that runs as it is: tsx compiles each file in memory.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../src/cli/main.ts');
process.exitCode = await main(process.argv.slice(2));
