import { tx } from '../org/transaction.js';
import { ApexList, ApexMap, ApexSet, argument, isSubtype, raise, SObject, TypeToken, Types, type ApexType } from '../values/index.js';
import { builtin } from './declare.js';

/** Apex Reference, "Type Class". */

/** A type by its name, generic ones too; undefined when there is none. */
export function typeByName(name: string): ApexType | undefined {
  const text = name.trim();
  const generic = /^(List|Set|Map)\s*<(.*)>$/is.exec(text);
  if (generic) return genericByName(generic[1].toLowerCase(), splitArguments(generic[2]));
  if (text.endsWith('[]')) return genericByName('list', [text.slice(0, -2)]);
  const primitive = Types.primitiveByName(text.replace(/^System\./i, ''));
  if (primitive) return primitive;
  const declared = tx().org.program.type(text);
  if (declared) return declared;
  const object = tx().org.schema.object(text.replace(/^Schema\./i, ''));
  if (object) return Types.sobject(object.name);
  return text.toLowerCase() === 'sobject' ? Types.sobject('SObject') : undefined;
}

function genericByName(kind: string, names: readonly string[]): ApexType | undefined {
  const found = names.map(typeByName);
  if (found.some((type) => type === undefined)) return undefined;
  const [first, second] = found as ApexType[];
  if (kind === 'map') return found.length === 2 ? Types.map(first, second) : undefined;
  if (found.length !== 1) return undefined;
  return kind === 'list' ? Types.list(first) : Types.set(first);
}

/** `Id, List<String>` → its top-level parts. */
function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    const char = text[i];
    if (char === '<') depth++;
    else if (char === '>') depth--;
    else if (i === text.length || (char === ',' && depth === 0)) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  return parts;
}

/** Type.newInstance: an empty collection, a blank record, or `new T()`. */
export function newInstance(type: ApexType): unknown {
  switch (type.kind) {
    case 'list':
      return new ApexList(type.arguments[0]);
    case 'set':
      return new ApexSet(type.arguments[0]);
    case 'map':
      return new ApexMap(type.arguments[0], type.arguments[1]);
    case 'sobject': {
      const info = tx().org.schema.object(type.name);
      return info ? new SObject(info) : raise('TypeException', `Type cannot be constructed: ${type.name}`);
    }
    case 'class':
      if (type.info?.modifiers.has('abstract')) raise('TypeException', `Abstract classes cannot be constructed: ${type.name}`);
      return tx().org.program.instantiate(type);
    default:
      return raise('TypeException', `Type cannot be constructed: ${type.name}`);
  }
}

function forName(namespace: string | null, name: string | null): TypeToken | null {
  if (name === null) return null;
  // The project has no namespace of its own: an empty one is its classes'.
  const found = typeByName(namespace ? `${namespace}.${name}` : name);
  return found ? TypeToken.of(found) : null;
}

export const declarations = [
  builtin('class Type', {
    'static Type forName(String fullyQualifiedName)': (name: string | null) => forName(null, name),
    'static Type forName(String namespace, String name)': forName,
    'String getName()': (self: TypeToken) => self.name,
    'Object newInstance()': (self: TypeToken) => newInstance(self.type),
    'Boolean isAssignableFrom(Type sourceType)': (self: TypeToken, source: TypeToken | null) => isSubtype(argument(source).type, self.type),
    'Boolean equals(Object typeToCompare)': (self: TypeToken, other: unknown) => self.equals$1(other),
    'Integer hashCode()': (self: TypeToken) => self.hashCode$0(),
    'String toString()': (self: TypeToken) => self.name
  })
];
