import {
  ArrayExpressionContext,
  AssignExpressionContext,
  CastExpressionContext,
  CondExpressionContext,
  DotExpressionContext,
  IdPrimaryContext,
  InstanceOfExpressionContext,
  LiteralPrimaryContext,
  MethodCallExpressionContext,
  NegExpressionContext,
  NewExpressionContext,
  PostOpExpressionContext,
  PreOpExpressionContext,
  PrimaryExpressionContext,
  SoqlPrimaryContext,
  SoslPrimaryContext,
  SubExpressionContext,
  SuperPrimaryContext,
  ThisPrimaryContext,
  TypeRefPrimaryContext,
  VoidPrimaryContext,
  type ApexParserRuleContext,
  type ExpressionContext,
  type ExpressionListContext,
  type LiteralContext,
  type MethodCallContext,
  type PrimaryContext,
  type TypeRefContext
} from '@apexdevtools/apex-parser';
import type { Assignment, BinaryOperator, Expression, Unary } from './ast.js';
import { newExpression } from './creators.js';
import { literal, nullLiteral } from './literals.js';
import { combine, type Item } from './operators.js';
import { soqlExpression, soslExpression } from './queries.js';
import { startOf, type Reader } from './reader.js';
import { typeReference } from './typeReferences.js';

/** Only these can be cast from a signed number, so `(x) - 1` is a cast for them and a subtraction for any other `x`. */
const NUMERIC_CASTS = new Set(['integer', 'long', 'double', 'decimal', 'object']);

export function expression(reader: Reader, context: ExpressionContext): Expression {
  const items: Item[] = [];
  flatten(reader, context, items);
  return combine(items);
}

export function expressions(reader: Reader, contexts: readonly ExpressionContext[]): Expression[] {
  return contexts.map((context) => expression(reader, context));
}

function listed(reader: Reader, context: ExpressionListContext | null): Expression[] {
  return context ? expressions(reader, context.expression_list()) : [];
}

function flatten(reader: Reader, context: ExpressionContext, items: Item[]): void {
  if (context instanceof CastExpressionContext) {
    flattenCast(reader, context, items);
  } else if (context instanceof PreOpExpressionContext || context instanceof NegExpressionContext) {
    flattenPrefix(reader, context, items);
  } else if (context instanceof PostOpExpressionContext) {
    flatten(reader, context.expression(), items);
    items.push({ kind: 'postfix', operator: context.INC() ? '++' : '--' });
  } else if (context instanceof InstanceOfExpressionContext) {
    flatten(reader, context.expression(), items);
    items.push({ kind: 'instanceOf', type: typeReference(reader, context.typeRef()) });
  } else if (context instanceof CondExpressionContext) {
    flatten(reader, context.expression(0), items);
    items.push({ kind: 'conditional', then: expression(reader, context.expression(1)) });
    flatten(reader, context.expression(2), items);
  } else if (context instanceof AssignExpressionContext) {
    const operator = operatorText(context);
    flatten(reader, context.expression(0), items);
    items.push({ kind: 'assign', operator: operator === '=' ? null : (operator.slice(0, -1) as NonNullable<Assignment['operator']>) });
    flatten(reader, context.expression(1), items);
  } else {
    const operand = operandOf(reader, context);
    if (operand) items.push({ kind: 'operand', expression: operand });
    else flattenBinary(reader, context, items);
  }
}

/** All remaining forms are `left operator right`, the operator being the tokens between. */
function flattenBinary(reader: Reader, context: ExpressionContext, items: Item[]): void {
  const children = context.children ?? [];
  const operator = operatorText(context);
  flatten(reader, children[0] as ExpressionContext, items);
  items.push({ kind: 'binary', operator: operator === '<>' ? '!=' : (operator as BinaryOperator) });
  flatten(reader, children.at(-1) as ExpressionContext, items);
}

function operatorText(context: ApexParserRuleContext): string {
  return (context.children ?? [])
    .slice(1, -1)
    .map((child) => child.getText())
    .join('');
}

function flattenCast(reader: Reader, context: CastExpressionContext, items: Item[]): void {
  const operand = context.expression();
  const parenthesized = nameInParentheses(context.typeRef());
  const sign = leadingSign(operand);
  if (parenthesized && sign) {
    items.push({ kind: 'operand', expression: parenthesized }, { kind: 'binary', operator: sign.ADD() ? '+' : '-' });
    flatten(reader, sign.expression(), items);
  } else {
    items.push({ kind: 'cast', type: typeReference(reader, context.typeRef()), position: startOf(context) });
    flatten(reader, operand, items);
  }
}

/** The sign an expression starts with, if it does. */
function leadingSign(context: ExpressionContext): PreOpExpressionContext | null {
  const isSign = context instanceof PreOpExpressionContext && (context.ADD() || context.SUB());
  return isSign ? context : null;
}

/** `(a.b)` read as a variable, unless it can only be a type. */
function nameInParentheses(context: TypeRefContext): Expression | null {
  const names = context.typeName_list();
  if (context.arraySubscripts().getChildCount() || names.some((name) => !name.id() || name.typeArguments())) return null;
  if (names.length === 1 && NUMERIC_CASTS.has(names[0].getText().toLowerCase())) return null;
  const [first, ...others] = names;
  return others.reduce<Expression>(
    (target, name) => ({ kind: 'fieldAccess', position: startOf(name), target, name: name.getText(), safe: false }),
    { kind: 'name', position: startOf(first), name: first.getText() }
  );
}

function flattenPrefix(reader: Reader, context: PreOpExpressionContext | NegExpressionContext, items: Item[]): void {
  const operand = context.expression();
  const operator = context.children![0].getText() as Unary['operator'];
  const number = operator === '-' ? wholeNumber(operand) : null;
  // The smallest Integer and Long have no positive counterpart: sign and digits make one literal.
  if (number) items.push({ kind: 'operand', expression: { ...literal(reader, number, true), position: startOf(context) } });
  else {
    items.push({ kind: 'prefix', operator, position: startOf(context) });
    flatten(reader, operand, items);
  }
}

function wholeNumber(context: ExpressionContext): LiteralContext | null {
  if (!(context instanceof PrimaryExpressionContext)) return null;
  const primary = context.primary();
  const found = primary instanceof LiteralPrimaryContext ? primary.literal() : null;
  return found && (found.IntegerLiteral() || found.LongLiteral()) ? found : null;
}

/** Expressions that need no operator precedence; null for those that do. */
function operandOf(reader: Reader, context: ExpressionContext): Expression | null {
  if (context instanceof PrimaryExpressionContext) return primaryExpression(reader, context.primary());
  if (context instanceof DotExpressionContext) return dotExpression(reader, context);
  if (context instanceof MethodCallExpressionContext) return plainCall(reader, context.methodCall());
  if (context instanceof SubExpressionContext) return expression(reader, context.expression());
  if (context instanceof NewExpressionContext) return newExpression(reader, context.creator(), startOf(context));
  if (context instanceof ArrayExpressionContext) {
    const target = expression(reader, context.expression(0));
    return { kind: 'index', position: target.position, target, index: expression(reader, context.expression(1)) };
  }
  return null;
}

/** Calls and field accesses stand where their name stands, as in the platform's error messages. */
function dotExpression(reader: Reader, context: DotExpressionContext): Expression {
  const target = expression(reader, context.expression());
  const safe = Boolean(context.QUESTIONDOT());
  const call = context.dotMethodCall();
  if (!call) return { kind: 'fieldAccess', position: startOf(context.anyId()), target, name: context.anyId().getText(), safe };
  return {
    kind: 'call',
    position: startOf(call),
    target,
    name: call.anyId().getText(),
    arguments: listed(reader, call.expressionList()),
    safe
  };
}

function plainCall(reader: Reader, context: MethodCallContext): Expression {
  const name = context.id()?.getText() ?? (context.THIS() ? 'this' : 'super');
  return { kind: 'call', position: startOf(context), target: null, name, arguments: listed(reader, context.expressionList()), safe: false };
}

function primaryExpression(reader: Reader, context: PrimaryContext): Expression {
  const position = startOf(context);
  if (context instanceof IdPrimaryContext) return { kind: 'name', position, name: context.id().getText() };
  if (context instanceof LiteralPrimaryContext) return literal(reader, context.literal());
  if (context instanceof ThisPrimaryContext) return { kind: 'this', position };
  if (context instanceof SuperPrimaryContext) return { kind: 'super', position };
  if (context instanceof SoqlPrimaryContext) return soqlExpression(reader, context.soqlLiteral());
  if (context instanceof SoslPrimaryContext) return soslExpression(reader, context.soslLiteral());
  if (context instanceof TypeRefPrimaryContext) return { kind: 'classLiteral', position, type: typeReference(reader, context.typeRef()) };
  if (context instanceof VoidPrimaryContext) return { kind: 'classLiteral', position, type: { parts: ['void'], arguments: [], position } };
  reader.report(position, `Unexpected expression '${context.getText()}'.`);
  return nullLiteral(position);
}
