export { parseJson } from './jsonTokens.js';
export { readTyped } from './jsonRead.js';
export { writeJson } from './jsonWrite.js';
export { builtinTypes } from './registry.js';
export { restContext, RestRequest, RestResponse } from './rest.js';
export {
  customMetadataAll,
  customMetadataInstance,
  customSettingAll,
  customSettingInstance,
  customSettingOrgDefaults,
  customSettingValues,
  describeField,
  describeObject,
  fieldSetToken,
  fieldToken,
  label,
  sobjectTypeToken
} from './schemaTokens.js';
