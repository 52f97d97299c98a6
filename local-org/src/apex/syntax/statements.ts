import type {
  AccessLevelContext,
  ApexParserRuleContext,
  ApexTerminalNode,
  BlockContext,
  ExpressionContext,
  ForControlContext,
  ForStatementContext,
  LocalVariableDeclarationContext,
  StatementContext,
  TryStatementContext,
  VariableDeclaratorsContext
} from '@apexdevtools/apex-parser';
import type {
  Block,
  CatchClause,
  Declarator,
  DmlAccess,
  DmlOperation,
  DmlStatement,
  Expression,
  LocalVariable,
  Statement,
  TryStatement
} from './ast.js';
import { expression, expressions } from './expressions.js';
import { identifier, modifiersOf } from './modifiers.js';
import { positionOf, startOf, type Reader } from './reader.js';
import { switchStatement } from './switches.js';
import { qualifiedType, typeReference } from './typeReferences.js';

export function block(reader: Reader, context: BlockContext): Block {
  return { kind: 'block', position: startOf(context), statements: context.statement_list().map((each) => statement(reader, each)) };
}

export function statement(reader: Reader, context: StatementContext): Statement {
  const position = startOf(context);
  const simple = context.expressionStatement();
  if (simple) return expressionStatement(reader, simple.expression());
  const local = context.localVariableDeclarationStatement();
  if (local) return localVariable(reader, local.localVariableDeclaration());
  const nested = context.block();
  if (nested) return block(reader, nested);
  const returned = context.returnStatement();
  if (returned) return { kind: 'return', position, value: returned.expression() ? expression(reader, returned.expression()) : null };
  const thrown = context.throwStatement();
  if (thrown) return { kind: 'throw', position, value: expression(reader, thrown.expression()) };
  if (context.breakStatement()) return { kind: 'break', position };
  if (context.continueStatement()) return { kind: 'continue', position };
  return controlStatement(reader, context) ?? dataStatement(reader, context) ?? unknownStatement(reader, context);
}

const STATEMENT_EXPRESSIONS: ReadonlySet<Expression['kind']> = new Set([
  'call',
  'assign',
  'new',
  'newList',
  'newSet',
  'newMap',
  'soql',
  'sosl'
]);

function expressionStatement(reader: Reader, context: ExpressionContext): Statement {
  const found = expression(reader, context);
  const position = startOf(context);
  const changes = found.kind === 'unary' && (found.operator === '++' || found.operator === '--');
  if (!changes && !STATEMENT_EXPRESSIONS.has(found.kind)) reader.report(position, 'Expression cannot be a statement.');
  return { kind: 'expression', position, expression: found };
}

function unknownStatement(reader: Reader, context: StatementContext): Statement {
  reader.report(startOf(context), `Unexpected statement '${context.getText()}'.`);
  return { kind: 'break', position: startOf(context) };
}

function controlStatement(reader: Reader, context: StatementContext): Statement | null {
  const position = startOf(context);
  const conditional = context.ifStatement();
  if (conditional) {
    const [then, otherwise] = conditional.statement_list();
    return {
      kind: 'if',
      position,
      condition: expression(reader, conditional.parExpression().expression()),
      then: statement(reader, then),
      otherwise: otherwise ? statement(reader, otherwise) : null
    };
  }
  const loop = context.whileStatement();
  if (loop)
    return { kind: 'while', position, condition: expression(reader, loop.parExpression().expression()), body: loopBody(reader, loop) };
  const doLoop = context.doWhileStatement();
  if (doLoop) {
    return {
      kind: 'doWhile',
      position,
      condition: expression(reader, doLoop.parExpression().expression()),
      body: block(reader, doLoop.block())
    };
  }
  const forLoop = context.forStatement();
  if (forLoop) return forStatement(reader, forLoop);
  const choice = context.switchStatement();
  if (choice) return switchStatement(reader, choice);
  const attempt = context.tryStatement();
  return attempt ? tryStatement(reader, attempt) : null;
}

/** A loop may have `;` for its body. */
function loopBody(reader: Reader, context: { statement(): StatementContext; SEMI(): ApexTerminalNode }): Statement {
  const body = context.statement();
  if (body) return statement(reader, body);
  return { kind: 'block', position: positionOf(context.SEMI().symbol), statements: [] };
}

function forStatement(reader: Reader, context: ForStatementContext): Statement {
  const position = startOf(context);
  const control = context.forControl();
  const each = control.enhancedForControl();
  const body = loopBody(reader, context);
  if (!each) return { kind: 'for', position, ...forParts(reader, control), body };
  return {
    kind: 'forEach',
    position,
    type: typeReference(reader, each.typeRef()),
    name: identifier(reader, each.id()),
    iterable: expression(reader, each.expression()),
    body
  };
}

function forParts(reader: Reader, control: ForControlContext) {
  const init = control.forInit();
  const declaration = init?.localVariableDeclaration();
  const list = init?.expressionList();
  const updates = control.forUpdate()?.expressionList().expression_list() ?? [];
  return {
    initializer: declaration ? localVariable(reader, declaration) : list ? expressions(reader, list.expression_list()) : null,
    condition: control.expression() ? expression(reader, control.expression()) : null,
    updates: expressions(reader, updates)
  };
}

function tryStatement(reader: Reader, context: TryStatementContext): TryStatement {
  const catches = context.catchClause_list().map((clause): CatchClause => ({
    position: startOf(clause),
    type: qualifiedType(clause.qualifiedName()),
    name: identifier(reader, clause.id()),
    body: block(reader, clause.block())
  }));
  for (const clause of context.catchClause_list()) {
    for (const modifier of clause.modifier_list()) {
      if (!modifier.FINAL()) reader.report(startOf(modifier), `Unexpected token '${modifier.getText()}'.`);
    }
  }
  const last = context.finallyBlock();
  return {
    kind: 'try',
    position: startOf(context),
    body: block(reader, context.block()),
    catches,
    finallyBlock: last ? block(reader, last.block()) : null
  };
}

/** DML statements and System.runAs. */
function dataStatement(reader: Reader, context: StatementContext): Statement | null {
  const position = startOf(context);
  for (const operation of ['insert', 'update', 'delete', 'undelete'] as const) {
    const found = context[`${operation}Statement`]();
    if (found) return dml(reader, operation, found);
  }
  const upsert = context.upsertStatement();
  if (upsert) return { ...dml(reader, 'upsert', upsert), externalIdField: upsert.qualifiedName()?.getText() ?? null };
  const merge = context.mergeStatement();
  if (merge) {
    const [master, duplicates] = expressions(reader, merge.expression_list());
    return { kind: 'merge', position, access: access(merge.accessLevel()), master: master, duplicates: duplicates };
  }
  const runAs = context.runAsStatement();
  if (!runAs) return null;
  const users = expressions(reader, runAs.expressionList()?.expression_list() ?? []);
  if (users.length !== 1) reader.report(position, `System.runAs takes one argument, not ${users.length}.`);
  return { kind: 'runAs', position, user: users[0], body: block(reader, runAs.block()) };
}

type DmlContext = ApexParserRuleContext & { expression(): ExpressionContext; accessLevel(): AccessLevelContext };

function dml(reader: Reader, operation: DmlOperation, context: DmlContext): DmlStatement {
  const target = expression(reader, context.expression());
  return { kind: 'dml', position: startOf(context), operation, access: access(context.accessLevel()), target, externalIdField: null };
}

function access(context: AccessLevelContext | null): DmlAccess {
  if (!context) return null;
  return context.USER() ? 'user' : 'system';
}

export function localVariable(reader: Reader, context: LocalVariableDeclarationContext): LocalVariable {
  const { modifiers, annotations } = modifiersOf(reader, context.modifier_list());
  for (const annotation of annotations) {
    // The only annotation the platform lets stand before a local variable; it changes nothing at run time.
    if (annotation.name.toLowerCase() !== 'suppresswarnings') {
      reader.report(annotation.position, `Annotation is not allowed on a local variable: ${annotation.name}`);
    }
  }
  return {
    kind: 'local',
    position: startOf(context),
    modifiers,
    type: typeReference(reader, context.typeRef()),
    declarators: declarators(reader, context.variableDeclarators())
  };
}

export function declarators(reader: Reader, context: VariableDeclaratorsContext): Declarator[] {
  return context.variableDeclarator_list().map((each) => ({
    position: startOf(each),
    name: identifier(reader, each.id()),
    initializer: each.expression() ? expression(reader, each.expression()) : null
  }));
}
