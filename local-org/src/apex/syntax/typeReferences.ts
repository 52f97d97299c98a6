import type { CreatedNameContext, QualifiedNameContext, TypeListContext, TypeNameContext, TypeRefContext } from '@apexdevtools/apex-parser';
import type { Position, TypeReference } from './ast.js';
import { startOf, type Reader } from './reader.js';

interface Part {
  readonly name: string;
  readonly arguments: readonly TypeReference[];
  readonly position: Position;
}

/** A type as written; `T[]` becomes List<T>. */
export function typeReference(reader: Reader, context: TypeRefContext): TypeReference {
  const parts = context.typeName_list().map((part) => typeNamePart(reader, part));
  const type = dotted(reader, parts, startOf(context));
  return context
    .arraySubscripts()
    .LBRACK_list()
    .reduce<TypeReference>((element) => listOf(element), type);
}

export function typeReferences(reader: Reader, context: TypeListContext | null): TypeReference[] {
  return context ? context.typeRef_list().map((type) => typeReference(reader, type)) : [];
}

/** The type after `new`, without what follows its name. */
export function createdType(reader: Reader, context: CreatedNameContext): TypeReference {
  const parts = context.idCreatedNamePair_list().map((pair) => ({
    name: pair.anyId().getText(),
    arguments: typeReferences(reader, pair.typeList()),
    position: startOf(pair)
  }));
  return dotted(reader, parts, startOf(context));
}

export function qualifiedType(context: QualifiedNameContext): TypeReference {
  return { parts: context.id_list().map((id) => id.getText()), arguments: [], position: startOf(context) };
}

export function listOf(element: TypeReference): TypeReference {
  return { parts: ['List'], arguments: [element], position: element.position };
}

function typeNamePart(reader: Reader, context: TypeNameContext): Part {
  const name = (context.id() ?? context.LIST() ?? context.SET() ?? context.MAP()).getText();
  return { name, arguments: typeReferences(reader, context.typeArguments()?.typeList() ?? null), position: startOf(context) };
}

function dotted(reader: Reader, parts: readonly Part[], position: Position): TypeReference {
  for (const part of parts.slice(0, -1)) {
    if (part.arguments.length) reader.report(part.position, `Unexpected type arguments on '${part.name}'.`);
  }
  return { parts: parts.map((part) => part.name), arguments: parts.at(-1)?.arguments ?? [], position };
}
