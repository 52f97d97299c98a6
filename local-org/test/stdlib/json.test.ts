import { describe, expect, it } from 'vitest';
import {
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  type ApexEnum,
  type ApexList,
  ApexMap,
  ApexSet,
  builtinType,
  toText,
  TypeToken,
  Types,
  type ApexType
} from '../../src/values/index.js';
import type { DmlResult } from '../../src/stdlib/dmlResults.js';
import { call, list, thrown } from './support.js';

const { primitive } = Types;
const type = (apexType: ApexType): TypeToken => TypeToken.of(apexType);

describe('JSON.serialize', () => {
  it.each([
    [null, 'null'],
    ['a"b\\\n\u0001/é', '"a\\"b\\\\\\n\\u0001/é"'],
    [5, '5'],
    [5n, '5'],
    [ApexDecimal.parse('1.50'), '1.50'],
    [new ApexDouble(1), '1.0'],
    [ApexDate.of(2008, 5, 5), '"2008-05-05"'],
    [new ApexDatetime(0), '"1970-01-01T00:00:00.000Z"'],
    [list('Object', 1, 'a', null), '[1,"a",null]'],
    [new ApexSet(primitive('String'), ['x']), '["x"]'],
    [new ApexMap(primitive('Integer'), primitive('Boolean'), [[1, true]]), '{"1":true}']
  ])('%o', (value, expected) => expect(call('JSON.serialize', value)).toBe(expected));

  it('prints as Jackson does', () => {
    const map = new ApexMap<string, unknown>(primitive('String'), primitive('Object'), [
      ['a', list('Integer', 1, 2)],
      ['b', new ApexMap(primitive('String'), primitive('Object'))],
      ['c', list('Integer')]
    ]);
    expect(call('JSON.serializePretty', map)).toBe('{\n  "a" : [ 1, 2 ],\n  "b" : { },\n  "c" : [ ]\n}');
  });
});

describe('JSON.deserializeUntyped', () => {
  it('makes maps, lists and primitives', () => {
    const value = call('JSON.deserializeUntyped', '{"a":[1,2.50,12345678901,"x\\u0041",true,null],"b":{}}') as ApexMap;
    expect(toText(value)).toBe('{a=(1, 2.50, 12345678901, xA, true, null), b={}}');
    expect((value.get('a') as ApexList).items[2]).toBe(12345678901n);
  });

  it.each([
    ['{name: 1}', "Unexpected character ('n' (code 110)): was expecting double-quote to start field name at [line:1, column:3]"],
    [
      'Blob',
      "Unexpected character ('B' (code 66)): expected a valid value (number, String, array, object, 'true', 'false' or 'null') at [line:1, column:2]"
    ],
    ['{"a":1', 'Unexpected end-of-input: expected close marker for OBJECT (from [line:1, column:0]) at [line:1, column:7]'],
    ['[1 2]', "Unexpected character ('2' (code 50)): was expecting comma to separate ARRAY entries at [line:1, column:5]"],
    ['', 'No content to map to Object due to end of input']
  ])('%s', (text, message) => expect(thrown(() => call('JSON.deserializeUntyped', text))).toBe(`System.JSONException: ${message}`));
});

describe('JSON.deserialize', () => {
  it.each([
    ['"5"', primitive('Integer'), 5],
    ['5', primitive('Long'), 5n],
    ['"001D000000IqhSL"', primitive('Id'), '001D000000IqhSLIAZ'],
    ['"2024-01-02T03:04:05.678+0100"', primitive('Datetime'), new ApexDatetime(Date.UTC(2024, 0, 2, 2, 4, 5, 678))],
    ['"2024-01-02"', primitive('Date'), ApexDate.of(2024, 1, 2)]
  ])('%s', (text, apexType, expected) => expect(call('JSON.deserialize', text, type(apexType))).toEqual(expected));

  it.each([
    ['"thirty"', primitive('Integer'), 'Illegal value for primitive: thirty'],
    ['{}', Types.list(primitive('String')), "Malformed JSON: Expected '[' at the beginning of List/Set"],
    ['[]', Types.map(primitive('String'), primitive('String')), "Malformed JSON: Expected '{' at the beginning of object"]
  ])('%s', (text, apexType, message) =>
    expect(thrown(() => call('JSON.deserialize', text, type(apexType)))).toBe(`System.JSONException: ${message}`)
  );

  it('reads collections of collections', () => {
    const value = call('JSON.deserialize', '{"a":["x"],"b":null}', type(Types.map(primitive('String'), Types.set(primitive('String')))));
    expect(toText(value)).toBe('{a={x}, b=null}');
  });
});

describe('JSONParser', () => {
  it('walks token by token', () => {
    const parser = call('JSON.createParser', '{"a":{"b":[1.5,true]},"c":"d"}');
    const tokens: string[] = [];
    for (let token = call('JSONParser.nextToken', parser); token !== null; token = call('JSONParser.nextToken', parser)) {
      tokens.push(
        `${(token as ApexEnum).name}/${String(call('JSONParser.getCurrentName', parser))}/${String(call('JSONParser.getText', parser))}`
      );
    }
    expect(tokens).toEqual([
      'START_OBJECT/null/{',
      'FIELD_NAME/a/a',
      'START_OBJECT/a/{',
      'FIELD_NAME/b/b',
      'START_ARRAY/b/[',
      'VALUE_NUMBER_FLOAT/null/1.5',
      'VALUE_TRUE/null/true',
      'END_ARRAY/b/]',
      'END_OBJECT/a/}',
      'FIELD_NAME/c/c',
      'VALUE_STRING/c/d',
      'END_OBJECT/null/}'
    ]);
  });
});

describe('JSONGenerator', () => {
  it('writes piece by piece', () => {
    const generator = call('JSON.createGenerator', false);
    call('JSONGenerator.writeStartObject', generator);
    call('JSONGenerator.writeStringField', generator, 'a', 'x');
    call('JSONGenerator.writeFieldName', generator, 'b');
    call('JSONGenerator.writeStartArray', generator);
    call('JSONGenerator.writeNumber', generator, 1);
    call('JSONGenerator.writeObject', generator, list('Integer', 2));
    call('JSONGenerator.writeEndArray', generator);
    call('JSONGenerator.writeEndObject', generator);
    expect(call('JSONGenerator.getAsString', generator)).toBe('{"a":"x","b":[1,[2]]}');
  });
});

describe('results of DML', () => {
  const read = (json: string, name = 'Database.SaveResult'): DmlResult =>
    call('JSON.deserialize', json, type(builtinType(name))) as DmlResult;

  it('are made by tests that can not provoke an error', () => {
    const refused = read('{"success":false,"errors":[{"statusCode":"UNABLE_TO_LOCK_ROW","message":"Busy","fields":["Name"]}]}');
    expect(refused.row).toEqual({
      id: null,
      success: false,
      created: false,
      errors: [{ code: 'UNABLE_TO_LOCK_ROW', message: 'Busy', fields: ['Name'] }]
    });
    expect(read('{"success":true,"id":"001000000000001","created":true}', 'Database.UpsertResult').row).toEqual({
      id: '001000000000001AAA',
      success: true,
      created: true,
      errors: []
    });
  });

  it('are made of an object', () => expect(thrown(() => read('[]'))).toContain('Malformed JSON'));
});
