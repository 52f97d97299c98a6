import {
  ApexParserFactory,
  type AnonymousBlockMemberContext,
  type AnonymousMemberDeclarationContext,
  type ApexParser,
  type FieldDeclarationContext,
  type ModifierContext,
  type TriggerBlockMemberContext,
  type TriggerMemberDeclarationContext,
  type TriggerUnitContext
} from '@apexdevtools/apex-parser';
import type {
  AnonymousUnit,
  LocalVariable,
  MethodDeclaration,
  SourceUnit,
  Statement,
  TriggerDeclaration,
  TriggerEvent,
  TypeDeclaration
} from './ast.js';
import { declaredType, methodDeclaration, typeDeclaration } from './declarations.js';
import { CollectingListener, throwCollected, withoutEchoes } from './errors.js';
import { identifier, modifiersOf } from './modifiers.js';
import { predictTypes } from './prediction.js';
import { Reader, startOf } from './reader.js';
import { declarators, statement } from './statements.js';
import { typeReference } from './typeReferences.js';

export interface SourceOptions {
  /** Path as errors shall name it; a name ending in `.trigger` holds a trigger. */
  readonly file: string;
  readonly apiVersion: number;
}

/** Parses a class or trigger file. Throws an ApexSyntaxError that carries all mistakes found. */
export function parseUnit(source: string, { file, apiVersion }: SourceOptions): SourceUnit {
  const declaration = parse<SourceUnit['declaration']>(source, file, (reader, parser) => {
    if (/\.trigger$/i.test(file)) {
      const unit = parser.triggerUnit();
      return () => triggerDeclaration(reader, unit);
    }
    const unit = parser.compilationUnit();
    return () => typeDeclaration(reader, unit.typeDeclaration());
  });
  return { file, apiVersion, declaration };
}

/** Parses anonymous Apex: statements with methods and types declared between them. Throws an ApexSyntaxError as parseUnit does. */
export function parseAnonymous(source: string, { file, apiVersion }: SourceOptions): AnonymousUnit {
  return parse<AnonymousUnit>(source, file, (reader, parser) => {
    const unit = parser.anonymousUnit();
    return () => {
      const content: Content = { types: [], methods: [], statements: [] };
      for (const member of unit.anonymousBlock().anonymousBlockMember_list()) {
        addMember(reader, member, member.anonymousMemberDeclaration(), content);
      }
      return { file, apiVersion, ...content };
    };
  });
}

/** A tree is only built from source without syntax errors; building it may find further mistakes. */
function parse<T>(source: string, file: string, run: (reader: Reader, parser: ApexParser) => () => T): T {
  const reader = new Reader(source, file);
  const { parser } = ApexParserFactory.createLexerAndParser(source, new CollectingListener(file, reader.errors));
  predictTypes(parser);
  const build = run(reader, parser);
  throwCollected(withoutEchoes(reader.errors));
  const tree = build();
  throwCollected(reader.errors);
  return tree;
}

interface Content {
  readonly types: TypeDeclaration[];
  readonly methods: MethodDeclaration[];
  readonly statements: Statement[];
}

function triggerDeclaration(reader: Reader, context: TriggerUnitContext): TriggerDeclaration {
  const content: Content = { types: [], methods: [], statements: [] };
  const body = context.triggerBlock();
  for (const member of body.triggerBlockMember_list()) addMember(reader, member, member.triggerMemberDeclaration(), content);
  for (const declared of [...content.types, ...content.methods]) {
    reader.report(declared.position, `Not supported: ${declared.kind} ${declared.name} declared in a trigger`);
  }
  return {
    kind: 'trigger',
    position: startOf(context),
    name: identifier(reader, context.id(0)),
    object: context.id(1).getText(),
    events: triggerEvents(reader, context),
    body: { kind: 'block', position: startOf(body), statements: content.statements }
  };
}

function triggerEvents(reader: Reader, context: TriggerUnitContext): TriggerEvent[] {
  const events: TriggerEvent[] = [];
  for (const each of context.triggerCase_list()) {
    const event = (each.children ?? []).map((child) => child.getText().toLowerCase()).join(' ') as TriggerEvent;
    if ((event as string) === 'before undelete') reader.report(startOf(each), 'Invalid event: before undelete');
    if (events.includes(event)) reader.report(startOf(each), `Duplicate trigger event: ${event}`);
    events.push(event);
  }
  return events;
}

/** In a body of statements the grammar takes local variables for fields; here they become what they are. */
function addMember(
  reader: Reader,
  context: AnonymousBlockMemberContext | TriggerBlockMemberContext,
  declaration: AnonymousMemberDeclarationContext | TriggerMemberDeclarationContext | null,
  content: Content
): void {
  if (!declaration) return void content.statements.push(statement(reader, context.statement()));
  const modifiers = context.modifier_list();
  const method = declaration.methodDeclaration();
  if (method) return void content.methods.push(methodDeclaration(reader, method, modifiers));
  const field = declaration.fieldDeclaration();
  if (field) return void content.statements.push(localOfField(reader, field, modifiers));
  const type = declaredType(reader, declaration, modifiers);
  if (type) content.types.push(type);
  else
    reader.report(startOf(declaration), `Not supported: property ${declaration.propertyDeclaration().id().getText()} outside of a class`);
}

function localOfField(reader: Reader, context: FieldDeclarationContext, contexts: readonly ModifierContext[]): LocalVariable {
  const { modifiers } = modifiersOf(reader, contexts);
  return {
    kind: 'local',
    position: startOf(context),
    modifiers,
    type: typeReference(reader, context.typeRef()),
    declarators: declarators(reader, context.variableDeclarators())
  };
}
