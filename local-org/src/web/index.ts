export { buildBundle, type Bundle, type BundleOptions } from './bundle.js';
export { BundleError } from './bundle/errors.js';
export { DESIGN_SYSTEM } from './bundle/paths.js';
export { findBrowser, launchBrowser, type FoundBrowser } from './browser.js';
export { buildSite, nameField, type Site } from './site/site.js';
export { Layouts, type ObjectLayout } from './site/layouts.js';
export { objectIcon } from './site/icons.js';
export type * from './site/model.js';
