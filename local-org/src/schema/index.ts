export * from './model.js';
export { buildSchema } from './build.js';
export { customMetadataRecord, customMetadataRecords, customMetadataValues } from './customMetadata.js';
export { customSetting, listSetting, listSettings, organizationId, settingOf } from './customSettings.js';
export { isAggregatable, isFilterable, isGroupable, isSortable } from './fieldUses.js';
export { APEX_TYPES, makeField } from './fieldDefaults.js';
export * from './formula/index.js';
export { idOf, MASTER_RECORD_TYPE } from './ids.js';
export { labelText } from './labels.js';
