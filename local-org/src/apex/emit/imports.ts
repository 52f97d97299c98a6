/** What the emitter takes from the contracts. */
export { ApexType, Types, type MethodInfo, type TypeInfo, type VariableInfo } from '../../values/apexType.js';
export type { FieldInfo, ObjectInfo } from '../../schema/model.js';
