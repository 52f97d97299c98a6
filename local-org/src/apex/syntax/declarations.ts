import type {
  ClassBodyDeclarationContext,
  ClassDeclarationContext,
  EnumDeclarationContext,
  FieldDeclarationContext,
  FormalParametersContext,
  InterfaceDeclarationContext,
  InterfaceMethodDeclarationContext,
  MemberDeclarationContext,
  MethodDeclarationContext,
  ModifierContext,
  PropertyDeclarationContext,
  TypeDeclarationContext
} from '@apexdevtools/apex-parser';
import type {
  Accessor,
  ClassDeclaration,
  ConstructorDeclaration,
  EnumDeclaration,
  FieldDeclaration,
  InterfaceDeclaration,
  Member,
  MethodDeclaration,
  Parameter,
  PropertyDeclaration,
  TypeDeclaration
} from './ast.js';
import { identifier, modifiersOf } from './modifiers.js';
import { endOf, startOf, type Reader } from './reader.js';
import { block, declarators } from './statements.js';
import { typeReference, typeReferences } from './typeReferences.js';

type Modifiers = readonly ModifierContext[];

export function typeDeclaration(reader: Reader, context: TypeDeclarationContext): TypeDeclaration {
  return declaredType(reader, context, context.modifier_list())!;
}

interface TypeHolder {
  classDeclaration(): ClassDeclarationContext;
  interfaceDeclaration(): InterfaceDeclarationContext;
  enumDeclaration(): EnumDeclarationContext;
}

/** The class, interface or enum of a declaration; null when it declares something else. */
export function declaredType(reader: Reader, context: TypeHolder, modifiers: Modifiers): TypeDeclaration | null {
  const ofClass = context.classDeclaration();
  if (ofClass) return classDeclaration(reader, ofClass, modifiers);
  const ofInterface = context.interfaceDeclaration();
  if (ofInterface) return interfaceDeclaration(reader, ofInterface, modifiers);
  const ofEnum = context.enumDeclaration();
  return ofEnum ? enumDeclaration(reader, ofEnum, modifiers) : null;
}

function classDeclaration(reader: Reader, context: ClassDeclarationContext, modifiers: Modifiers): ClassDeclaration {
  const name = identifier(reader, context.id());
  return {
    kind: 'class',
    position: startOf(context.id()),
    end: endOf(context),
    ...modifiersOf(reader, modifiers),
    name,
    superclass: context.typeRef() ? typeReference(reader, context.typeRef()) : null,
    interfaces: typeReferences(reader, context.typeList()),
    members: context
      .classBody()
      .classBodyDeclaration_list()
      .flatMap((each) => member(reader, each, name))
  };
}

function interfaceDeclaration(reader: Reader, context: InterfaceDeclarationContext, modifiers: Modifiers): InterfaceDeclaration {
  return {
    kind: 'interface',
    position: startOf(context.id()),
    ...modifiersOf(reader, modifiers),
    name: identifier(reader, context.id()),
    interfaces: typeReferences(reader, context.typeList()),
    methods: context
      .interfaceBody()
      .interfaceMethodDeclaration_list()
      .map((each) => methodDeclaration(reader, each, each.modifier_list()))
  };
}

function enumDeclaration(reader: Reader, context: EnumDeclarationContext, modifiers: Modifiers): EnumDeclaration {
  const constants = context.enumConstants()?.id_list() ?? [];
  return {
    kind: 'enum',
    position: startOf(context.id()),
    ...modifiersOf(reader, modifiers),
    name: identifier(reader, context.id()),
    constants: constants.map((id) => ({ name: identifier(reader, id), position: startOf(id) }))
  };
}

/** A member of a class body; a lone `;` is none. */
function member(reader: Reader, context: ClassBodyDeclarationContext, className: string): Member[] {
  const initializer = context.block();
  if (initializer) {
    return [{ kind: 'initializer', position: startOf(context), isStatic: Boolean(context.STATIC()), body: block(reader, initializer) }];
  }
  const declared = context.memberDeclaration();
  return declared ? [declaredMember(reader, declared, context.modifier_list(), className)] : [];
}

function declaredMember(reader: Reader, context: MemberDeclarationContext, modifiers: Modifiers, className: string): Member {
  const method = context.methodDeclaration();
  if (method) return methodDeclaration(reader, method, modifiers);
  const field = context.fieldDeclaration();
  if (field) return fieldDeclaration(reader, field, modifiers);
  const property = context.propertyDeclaration();
  if (property) return propertyDeclaration(reader, property, modifiers);
  return declaredType(reader, context, modifiers) ?? constructorDeclaration(reader, context, modifiers, className);
}

function constructorDeclaration(
  reader: Reader,
  member: MemberDeclarationContext,
  modifiers: Modifiers,
  className: string
): ConstructorDeclaration {
  const context = member.constructorDeclaration();
  const name = context.qualifiedName().getText();
  if (name.toLowerCase() !== className.toLowerCase()) reader.report(startOf(context), `Invalid constructor name: ${name}`);
  return {
    kind: 'constructor',
    position: startOf(context),
    ...modifiersOf(reader, modifiers),
    name,
    parameters: parameters(reader, context.formalParameters()),
    body: block(reader, context.block())
  };
}

export function methodDeclaration(
  reader: Reader,
  context: MethodDeclarationContext | InterfaceMethodDeclarationContext,
  modifiers: Modifiers
): MethodDeclaration {
  const body = 'block' in context ? context.block() : null;
  return {
    kind: 'method',
    position: startOf(context.id()),
    ...modifiersOf(reader, modifiers),
    returnType: context.typeRef() ? typeReference(reader, context.typeRef()) : null,
    name: identifier(reader, context.id(), 'method'),
    parameters: parameters(reader, context.formalParameters()),
    body: body ? block(reader, body) : null
  };
}

function parameters(reader: Reader, context: FormalParametersContext): Parameter[] {
  const list = context.formalParameterList()?.formalParameter_list() ?? [];
  return list.map((each) => {
    const { modifiers, annotations } = modifiersOf(reader, each.modifier_list());
    for (const annotation of annotations)
      reader.report(annotation.position, `Annotation is not allowed on a parameter: ${annotation.name}`);
    return { position: startOf(each.id()), modifiers, type: typeReference(reader, each.typeRef()), name: identifier(reader, each.id()) };
  });
}

function fieldDeclaration(reader: Reader, context: FieldDeclarationContext, modifiers: Modifiers): FieldDeclaration {
  return {
    kind: 'field',
    position: startOf(context),
    ...modifiersOf(reader, modifiers),
    type: typeReference(reader, context.typeRef()),
    declarators: declarators(reader, context.variableDeclarators())
  };
}

function propertyDeclaration(reader: Reader, context: PropertyDeclarationContext, modifiers: Modifiers): PropertyDeclaration {
  let getter: Accessor | null = null;
  let setter: Accessor | null = null;
  for (const part of context.propertyBlock_list()) {
    const found = part.getter() ?? part.setter();
    const { modifiers: ofAccessor } = modifiersOf(reader, part.modifier_list());
    const accessor = { position: startOf(part), modifiers: ofAccessor, body: found.block() ? block(reader, found.block()) : null };
    if (part.getter() ? getter : setter) reader.report(accessor.position, `Duplicate ${part.getter() ? 'getter' : 'setter'}`);
    if (part.getter()) getter = accessor;
    else setter = accessor;
  }
  if (!getter && !setter) reader.report(startOf(context), 'Properties must have at least one accessor');
  return {
    kind: 'property',
    position: startOf(context.id()),
    ...modifiersOf(reader, modifiers),
    type: typeReference(reader, context.typeRef()),
    name: identifier(reader, context.id()),
    getter,
    setter
  };
}
