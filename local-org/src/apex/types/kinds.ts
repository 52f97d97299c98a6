import { ApexType, Types } from '../../values/apexType.js';

/** The type of what has an error already: fits everything, so that one mistake is reported once. */
export const ERROR = new ApexType('primitive', '<error>');

export const OBJECT = Types.primitive('Object');
export const STRING = Types.primitive('String');
export const ID = Types.primitive('Id');
export const BOOLEAN = Types.primitive('Boolean');
export const INTEGER = Types.primitive('Integer');
export const LONG = Types.primitive('Long');
export const DOUBLE = Types.primitive('Double');
export const DECIMAL = Types.primitive('Decimal');
export const DATE = Types.primitive('Date');
export const DATETIME = Types.primitive('Datetime');
export const TIME = Types.primitive('Time');
export const SOBJECT = Types.sobject('SObject');
export const AGGREGATE = Types.sobject('AggregateResult');

const NUMERIC_ORDER: readonly ApexType[] = [INTEGER, LONG, DOUBLE, DECIMAL];

/** 0 Integer, 1 Long, 2 Double, 3 Decimal; -1 when not a number. */
export function numericRank(type: ApexType): number {
  return NUMERIC_ORDER.indexOf(type);
}

export function isNumeric(type: ApexType): boolean {
  return numericRank(type) >= 0;
}

/** The type that an operation on two numbers has: the wider one. */
export function promoted(left: ApexType, right: ApexType): ApexType {
  return NUMERIC_ORDER[Math.max(numericRank(left), numericRank(right))];
}

export function isText(type: ApexType): boolean {
  return type === STRING || type === ID;
}

export function isSObject(type: ApexType): boolean {
  return type.kind === 'sobject';
}

/** The base type that every record fits, not one object's. */
export function isGenericSObject(type: ApexType): boolean {
  return type === SOBJECT;
}

export function isError(type: ApexType): boolean {
  return type === ERROR;
}

/** How messages spell a type: `Exception` is `System.Exception` to nobody, so the canonical name does. */
export function typeNames(types: readonly ApexType[]): string {
  return types.map((type) => type.name).join(', ');
}
