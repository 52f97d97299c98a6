/** What compiled code calls: `nn` is `$nn` in a script. */
import {
  customMetadataAll,
  customMetadataInstance,
  customSettingAll,
  customSettingInstance,
  customSettingOrgDefaults,
  customSettingValues,
  label
} from '../../../stdlib/index.js';
import {
  ApexDouble,
  ApexList,
  ApexMap,
  ApexSet,
  convert,
  equals,
  getField,
  isInstance,
  SObject,
  toText,
  TypeToken,
  type ApexType
} from '../../../values/index.js';
import * as collections from './collections.js';
import * as control from './control.js';
import * as database from './database.js';
import * as numbers from './numbers.js';
import * as values from './values.js';

export const runtime: Readonly<Record<string, unknown>> = {
  ...collections,
  ...control,
  ...database,
  ...numbers,
  ...values,
  cast: convert,
  equals,
  getField,
  isInstance,
  text: toText,
  label,
  typeObject: (type: ApexType) => TypeToken.of(type),
  settingInstance: customSettingInstance,
  settingOrgDefaults: customSettingOrgDefaults,
  settingValues: customSettingValues,
  settingAll: customSettingAll,
  metadataInstance: customMetadataInstance,
  metadataAll: customMetadataAll,
  Double: ApexDouble,
  List: ApexList,
  Map: ApexMap,
  Set: ApexSet,
  SObject
};
