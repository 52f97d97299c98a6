import { tx } from '../org/transaction.js';
import { ApexBlob, argument, hashCode, isIdText, raise, toId, toText, unsupported, valueEquals } from '../values/index.js';
import { builtin } from './declare.js';
import { sobjectTypeToken } from './schemaTokens.js';
import { addRecordError } from './recordErrors.js';

/** Apex Reference: "Boolean Class", "Id Class", "Blob Class", and what every object has. */

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Apex Reference, Id.valueOf(toId, restoreCasing): the last three characters tell which of the others are capitals. */
function restoreCasing(id: string): string {
  const suffix = id.slice(15).toUpperCase();
  return (
    [...id.slice(0, 15)]
      .map((char, i) => ((UPPER.indexOf(suffix[Math.floor(i / 5)]) >> (i % 5)) & 1 ? char.toUpperCase() : char.toLowerCase()))
      .join('') + suffix
  );
}

export const declarations = [
  builtin('class Boolean', {
    'static Boolean valueOf(String stringToBoolean)': (text: string | null) => argument(text).toLowerCase() === 'true',
    'static Boolean valueOf(Object fieldValue)': (value: unknown) => {
      if (value === null) return raise('NullPointerException', 'Argument cannot be null.');
      if (typeof value === 'boolean') return value;
      if (typeof value === 'string') return value.toLowerCase() === 'true';
      return raise('TypeException', `Invalid boolean: ${toText(value)}`);
    },
    'String toString()': (self: boolean) => String(self),
    'Boolean equals(Object other)': (self: boolean, other: unknown) => self === other,
    'Integer hashCode()': (self: boolean) => hashCode(self)
  }),
  builtin('class Id', {
    'static Id valueOf(String toID)': (text: string | null) => toId(argument(text)),
    'static Id valueOf(String toID, Boolean restoreCasing)': (text: string | null, restore: boolean) => {
      const id = argument(text);
      if (!restore) return toId(id);
      if (id.length !== 18 || !isIdText(id)) raise('StringException', `Invalid id: ${id}`);
      return restoreCasing(id);
    },
    'Schema.SObjectType getSObjectType()': (self: string) =>
      sobjectTypeToken(
        tx().org.schema.objectByPrefix(self.slice(0, 3)) ?? raise('SObjectException', `Cannot locate Apex Type for ID: ${self}`)
      ),
    'String to15()': (self: string) => self.slice(0, 15),
    'String toString()': (self: string) => self,
    'Boolean equals(Object other)': (self: string, other: unknown) => self === other,
    'Integer hashCode()': (self: string) => hashCode(self),
    'void addError(String errorMsg)': (self: string, message: string | null) => addRecordError(self, message),
    'void addError(String errorMsg, Boolean escape)': (self: string, message: string | null) => addRecordError(self, message)
  }),
  builtin('class Blob', {
    'static Blob valueOf(String stringToBlob)': (text: string | null) => ApexBlob.ofText(argument(text)),
    'static Blob toPdf(String stringToConvert)': () => unsupported('Blob.toPdf'),
    'Integer size()': (self: ApexBlob) => self.bytes.length,
    'String toString()': (self: ApexBlob) => {
      if (self === ApexBlob.unset) return null;
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(self.bytes);
      } catch {
        return raise('StringException', 'BLOB is not a valid UTF-8 string');
      }
    },
    'Boolean equals(Object other)': valueEquals,
    'Integer hashCode()': hashCode
  }),
  builtin('virtual class Object', {
    'Boolean equals(Object other)': valueEquals,
    'Integer hashCode()': hashCode,
    'String toString()': toText
  })
];
