import type { CreatorContext, ExpressionContext } from '@apexdevtools/apex-parser';
import type { Expression, NewObject, Position, TypeReference } from './ast.js';
import { expression, expressions } from './expressions.js';
import type { Reader } from './reader.js';
import { createdType } from './typeReferences.js';

/** What follows `new`: an object, a collection with or without initial elements, or an array. */
export function newExpression(reader: Reader, context: CreatorContext, position: Position): Expression {
  const type = createdType(reader, context.createdName());
  const object = context.classCreatorRest();
  if (object) return newObject(reader, type, object.arguments().expressionList()?.expression_list() ?? [], position);
  const array = context.arrayCreatorRest();
  if (array) {
    const size = array.expression();
    return {
      kind: 'newList',
      position,
      elementType: type,
      elements: array.arrayInitializer() ? expressions(reader, array.arrayInitializer().expression_list()) : [],
      size: size ? expression(reader, size) : null
    };
  }
  return newCollection(reader, context, type, position);
}

/** `new List<T>{…}`, `new Set<T>{…}`, `new Map<K, V>{…}`. */
function newCollection(reader: Reader, context: CreatorContext, type: TypeReference, position: Position): Expression {
  const collection = type.parts.at(-1)!.toLowerCase();
  const pairs = context.mapCreatorRest()?.mapCreatorRestPair_list() ?? [];
  const values = context.setCreatorRest()?.expression_list() ?? [];
  const [first, second] = type.arguments;
  if (collection === 'map' && first && second && !values.length) {
    const entries = pairs.map((pair) => ({ key: expression(reader, pair.expression(0)), value: expression(reader, pair.expression(1)) }));
    return { kind: 'newMap', position, keyType: first, valueType: second, entries };
  }
  if ((collection === 'list' || collection === 'set') && first && !second && !pairs.length) {
    const elements = expressions(reader, values);
    if (collection === 'set') return { kind: 'newSet', position, elementType: first, elements };
    return { kind: 'newList', position, elementType: first, elements, size: null };
  }
  reader.report(position, `Unexpected initializer for '${context.createdName().getText()}'.`);
  return { kind: 'new', position, type, arguments: [], fields: null };
}

/** `new Foo(a, b)` or `new Account(Name = 'x')`: the latter when the arguments are assignments to plain names. */
function newObject(reader: Reader, type: TypeReference, contexts: ExpressionContext[], position: Position): NewObject {
  const parsed = expressions(reader, contexts);
  const fields = parsed.flatMap((argument) =>
    argument.kind === 'assign' && argument.operator === null && argument.target.kind === 'name'
      ? [{ name: argument.target.name, value: argument.value, position: argument.position }]
      : []
  );
  if (!fields.length) return { kind: 'new', position, type, arguments: parsed, fields: null };
  const plain = parsed.find((argument) => argument.kind !== 'assign');
  if (plain || fields.length < parsed.length) reader.report((plain ?? parsed[0]).position, 'Expecting name=value pairs only.');
  return { kind: 'new', position, type, arguments: [], fields };
}
