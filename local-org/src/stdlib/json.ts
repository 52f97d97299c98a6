import { argument, raise, type ApexType, type TypeToken } from '../values/index.js';
import { builtin } from './declare.js';
import { JsonGenerator } from './jsonGenerator.js';
import { JsonParser } from './jsonParser.js';
import { readTyped, readUntyped } from './jsonRead.js';
import { parseJson } from './jsonTokens.js';
import { writeJson } from './jsonWrite.js';

/** Apex Reference, "JSON Class". */

/** The platform reads as it goes: a text that does not begin as the type must is refused for that, whatever is wrong with the rest. */
function refuseOtherStart(text: string, expected: ApexType): void {
  const start = /^\s*(["{[\d-]|true|false)/.exec(text)?.[1];
  if (start === undefined || expected.key === 'object') return;
  if ((expected.kind === 'list' || expected.kind === 'set') && start !== '[')
    raise('JSONException', "Malformed JSON: Expected '[' at the beginning of List/Set");
  if ((expected.kind === 'map' || expected.kind === 'class' || expected.kind === 'sobject') && start !== '{') {
    raise('JSONException', "Malformed JSON: Expected '{' at the beginning of object");
  }
}

function typed(text: string | null, type: TypeToken | null, strict: boolean): unknown {
  const expected = argument(type).type;
  refuseOtherStart(argument(text), expected);
  return readTyped(parseJson(text!), expected, strict);
}

const serialize = (value: unknown, suppressNulls: boolean | null = false): string =>
  writeJson(value, { pretty: false, suppressNulls: suppressNulls === true });
const serializePretty = (value: unknown, suppressNulls: boolean | null = false): string =>
  writeJson(value, { pretty: true, suppressNulls: suppressNulls === true });

export const declarations = [
  builtin('class JSON', {
    'static String serialize(Object objectToSerialize)': (value: unknown) => serialize(value),
    'static String serialize(Object objectToSerialize, Boolean suppressApexObjectNulls)': serialize,
    'static String serializePretty(Object objectToSerialize)': (value: unknown) => serializePretty(value),
    'static String serializePretty(Object objectToSerialize, Boolean suppressApexObjectNulls)': serializePretty,
    'static Object deserialize(String jsonString, Type apexType)': (text: string | null, type: TypeToken | null) =>
      typed(text, type, false),
    'static Object deserializeStrict(String jsonString, Type apexType)': (text: string | null, type: TypeToken | null) =>
      typed(text, type, true),
    'static Object deserializeUntyped(String jsonString)': (text: string | null) => readUntyped(parseJson(argument(text))),
    'static JSONGenerator createGenerator(Boolean prettyPrint)': (pretty: boolean | null) => new JsonGenerator(pretty === true),
    'static JSONParser createParser(String jsonString)': (text: string | null) =>
      new JsonParser(text ?? raise('NullPointerException', 'Argument cannot be null.'))
  })
];
