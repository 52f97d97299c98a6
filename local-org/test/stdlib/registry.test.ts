import { describe, expect, it } from 'vitest';
import { BuiltinRegistry } from '../../src/stdlib/builtinRegistry.js';
import { builtin, type BuiltinDeclaration } from '../../src/stdlib/declare.js';
import { ApexType, Types, type MethodInfo } from '../../src/values/apexType.js';

const length = (self: string): number => self.length;
const nothing = (): void => undefined;

const SAMPLE: BuiltinDeclaration[] = [
  builtin('class Object', { 'String toString()': nothing, 'Boolean equals(Object other)': nothing, 'Integer hashCode()': nothing }),
  builtin('class String', { 'Integer length()': length, 'static String valueOf(Object value)': nothing }),
  builtin('interface Iterator<T>', { 'Boolean hasNext()': null, 'T next()': null }),
  builtin('interface Iterable<T>', { 'Iterator<T> iterator()': null }),
  builtin('class List<T> implements Iterable<T>', {
    'T get(Integer index)': nothing,
    'void addAll(List<T> items)': nothing,
    'Map<Id, T[]> grouped()': nothing,
    'Iterator<T> iterator()': nothing
  }),
  builtin('class Map<K, V>', { 'V get(K key)': nothing }),
  builtin('class SObject', { 'Object get(String field)': nothing }),
  builtin('virtual class Exception', {
    'Exception()': nothing,
    'Exception(String message)': nothing,
    'virtual String getMessage()': nothing
  }),
  builtin('class DmlException extends Exception', { 'Integer getNumDml()': nothing }),
  builtin('class Database', { 'static Integer countQuery(String query)': nothing }),
  builtin('class Database', { 'static Database.SaveResult insert(SObject record)': nothing }),
  builtin('class Database.SaveResult', { 'Boolean isSuccess()': nothing }),
  builtin('class Schema.SObjectType', { 'Schema.DescribeSObjectResult getDescribe()': nothing }),
  builtin('class Schema.DescribeSObjectResult', { 'SObjectType sibling()': nothing }),
  builtin('class Math', { 'static final Double PI': { get: nothing } }),
  builtin('class Http', { 'Http()': nothing, 'Integer timeout': { get: nothing, set: nothing } }),
  builtin('enum LoggingLevel', {}, ['NONE', 'ERROR'])
];

const registry = new BuiltinRegistry(() => SAMPLE);

function signatures(methods: readonly MethodInfo[]): string[] {
  return methods.map(
    ({ returnType, name, parameters }) => `${String(returnType)} ${name}(${parameters.map(({ type }) => type).join(', ')})`
  );
}

function named(name: string): ApexType {
  return registry.find(name)!;
}

describe('find', () => {
  it.each([
    ['String', 'String'],
    ['system.string', 'String'],
    ['SYSTEM.Http', 'Http'],
    ['Database.SaveResult', 'Database.SaveResult'],
    ['System.Database.SaveResult', 'Database.SaveResult'],
    ['Schema.SObjectType', 'Schema.SObjectType'],
    ['sobjecttype', 'Schema.SObjectType'],
    ['LoggingLevel', 'LoggingLevel']
  ])('%s is %s', (name, canonical) => expect(named(name).name).toBe(canonical));

  it.each(['SaveResult', 'Schema.Http', 'Nothing', 'String.length', ''])('%s is nothing', (name) =>
    expect(registry.find(name)).toBeUndefined()
  );
});

describe('declarations', () => {
  it('merges the parts of a class', () => {
    expect(signatures(named('Database').info!.methods)).toEqual(['Integer countQuery(String)', 'Database.SaveResult insert(SObject)']);
  });

  it('keeps what a method is made of', () => {
    const [method] = named('String').info!.methods;
    expect(method).toMatchObject({
      name: 'length',
      isStatic: false,
      jsName: 'length$0',
      implementation: length,
      owner: named('String').info
    });
    expect(method.returnType).toBe(Types.primitive('Integer'));
  });

  it('tells constructors, properties and constants', () => {
    expect(named('Exception').info!.constructors.map(({ jsName }) => jsName)).toEqual(['$new$0', '$new$1']);
    expect(named('Math').info!.variables[0]).toMatchObject({ name: 'PI', isStatic: true, set: null });
    expect(named('Http').info!.variables[0]).toMatchObject({ name: 'timeout', isStatic: false, set: nothing });
    expect(named('LoggingLevel').info).toMatchObject({ kind: 'enum', constants: ['NONE', 'ERROR'] });
  });

  it('makes the methods of an interface abstract', () => {
    expect(named('Iterator').info!.methods.every(({ modifiers }) => modifiers.has('abstract'))).toBe(true);
  });

  it('links supertypes', () => {
    expect(named('DmlException').info!.superclass).toBe(named('Exception'));
    expect(named('List').info!.interfaces.map(String)).toEqual(['Iterable<T>']);
  });

  it('finds a type of the own namespace, records and arrays', () => {
    expect(named('Schema.DescribeSObjectResult').info!.methods[0].returnType).toBe(named('Schema.SObjectType'));
    expect(named('Database').info!.methods[1].parameters[0].type).toBe(Types.sobject('SObject'));
    expect(String(named('List').info!.methods[2].returnType)).toBe('Map<Id, List<T>>');
  });
});

describe('instantiate', () => {
  it('answers one object for the same arguments', () => {
    const account = Types.sobject('Account');
    expect(registry.instantiate(named('Iterable'), [account])).toBe(registry.instantiate(named('Iterable'), [account]));
    expect(registry.instantiate(named('Iterable'), [account]).name).toBe('Iterable<Account>');
    expect(registry.instantiate(named('List'), [account])).toBe(Types.list(account));
  });

  it('keeps types of one name apart', () => {
    const [foo, otherFoo] = [new ApexType('class', 'Foo'), new ApexType('class', 'Foo')];
    const first = registry.instantiate(named('Iterable'), [foo]);
    expect(registry.instantiate(named('Iterable'), [otherFoo])).not.toBe(first);
    expect(registry.instantiate(named('Iterable'), [foo])).toBe(first);
  });

  it('refuses a wrong number of arguments', () => {
    expect(() => registry.instantiate(named('Iterable'), [])).toThrow('Iterable does not take 0 type arguments');
    expect(() => registry.instantiate(named('Http'), [Types.primitive('Id')])).toThrow('Http does not take 1 type arguments');
  });
});

describe('infoOf', () => {
  it.each<[ApexType, string]>([
    [Types.primitive('String'), 'String'],
    [Types.list(Types.sobject('Account')), 'List'],
    [Types.map(Types.primitive('Id'), Types.primitive('Id')), 'Map'],
    [Types.sobject('Account'), 'SObject'],
    [named('Http'), 'Http']
  ])('the members of %s are declared by %s', (type, holder) => expect(registry.infoOf(type)?.name).toBe(holder));

  it('is nothing for a type without members', () => {
    expect(registry.infoOf(Types.void)).toBeNull();
    expect(registry.infoOf(Types.parameter('T'))).toBeNull();
  });
});

describe('a bad declaration names its place', () => {
  it.each<[string, BuiltinDeclaration, string]>([
    ['header', builtin('klass Foo', {}), "'klass Foo': expected 'class', 'interface' or 'enum', found 'klass'"],
    ['two superclasses', builtin('class Foo extends A, B', {}), "'class Foo extends A, B': a class extends one class"],
    ['unknown superclass', builtin('class Foo extends Bar', {}), "'class Foo extends Bar': unknown type Bar"],
    ['unknown type', builtin('class Foo', { 'Bar go()': nothing }), "'class Foo { Bar go() }': unknown type Bar"],
    ['open bracket', builtin('class Foo', { 'void go(': nothing }), "'class Foo { void go( }': expected a name, found 'the end'"],
    ['nameless parameter', builtin('class Foo', { 'void go(Integer)': nothing }), "expected a name, found ')'"],
    ['trailing text', builtin('class Foo', { 'void go() now': nothing }), "expected the end, found 'now'"],
    ['missing return type', builtin('class Foo', { 'go()': nothing }), "'class Foo { go() }': 'go' has no return type"],
    ['raw generic', builtin('class Foo', { 'Iterator go()': nothing }), 'Iterator does not take 0 type arguments'],
    ['no implementation', builtin('class Foo', { 'void go()': null }), "'class Foo { void go() }': has no implementation"],
    ['function for a property', builtin('class Foo', { 'Integer size': nothing }), 'a property is implemented by { get, set }'],
    ['object for a method', builtin('class Foo', { 'Integer size()': { get: nothing } }), 'a method is implemented by a function'],
    ['declared twice', builtin('class String', { 'Integer LENGTH()': nothing }), "'class String { Integer LENGTH() }': declared twice"],
    ['other kind', builtin('interface String', {}), "'interface String': does not agree with the other declaration of class String"],
    ['constants of a class', builtin('class Foo', {}, ['A']), "'class Foo': constants belong to an enum"]
  ])('%s', (_, declaration, message) => {
    const broken = new BuiltinRegistry(() => [...SAMPLE, declaration]);
    expect(() => broken.find('String')).toThrow(message);
    expect(() => broken.find('String')).toThrow(message);
  });
});
