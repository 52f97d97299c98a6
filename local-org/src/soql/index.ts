export { createQueries, createValidator } from './engine.js';
export { dynamicOptions, runDynamicQuery } from './dynamic.js';
