export type * from './ast.js';
export { ApexSyntaxError } from './errors.js';
export { parseAnonymous, parseUnit, type SourceOptions } from './parse.js';
export { SyntaxCache, syntaxCache } from './cache.js';
