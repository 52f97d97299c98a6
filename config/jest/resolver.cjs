/** The resolver of sfdx-lwc-jest, with the engine of the `lwc` package, whose version is the compiler's, in place of its own older one. */
const { createRequire } = require('node:module');
const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');
const resolve = require(jestConfig.resolver);

const engine = createRequire(require.resolve('lwc')).resolve('@lwc/engine-dom');

module.exports = (request, options) => (request === 'lwc' || request === '@lwc/engine-dom' ? engine : resolve(request, options));
