export { ApexType, Types, type MethodInfo, type PrimitiveName, type TypeInfo, type TypeKind, type VariableInfo } from './apexType.js';
export { builtinType, setBuiltinTypeResolver } from './builtinType.js';
export { BuiltinObject } from './builtinObject.js';
export { ApexEnum, ApexObject } from './object.js';
export { AGGREGATE_RESULT, SObject } from './sobject.js';
export { getField, setField } from './field.js';
export {
  ApexException,
  argument,
  DEFAULT_MESSAGE,
  raise,
  raiseNull,
  setStackResolver,
  unsupported,
  UnsupportedFeature,
  type ExceptionDetail,
  type StackPosition
} from './exception.js';
export { ApexBlob } from './blob.js';
export { ApexDate, daysInMonth } from './date.js';
export { ApexDatetime } from './datetime.js';
export { ApexDecimal, MAX_SCALE, type RoundingName } from './decimal.js';
export { ApexDouble, doubleText } from './double.js';
export { ApexTime } from './time.js';
export { ApexCollection } from './collection.js';
export { ApexList } from './list.js';
export { ApexMap } from './map.js';
export { ApexSet } from './set.js';
export { idSuffix, isIdText, toId } from './id.js';
export { iterate } from './iterate.js';
export { compare } from './compare.js';
export { compareNumbers, equals, hashCode, hashKey, identityHash, stringHash, valueEquals } from './equality.js';
export { convert, isInstance, isSubtype, runtimeName, toElement, typeOf } from './convert.js';
export { toText } from './text.js';
export { TypeToken } from './typeToken.js';
export { enumConstantOf, enumConstants } from './enums.js';
export { recordFromJson, RecordJsonError, valueFromJson } from './recordFromJson.js';
export { plainValue } from './plain.js';
