import {
  BoundExpressionContext,
  type ApexParserRuleContext,
  type SoqlLiteralContext,
  type SoslLiteralContext
} from '@apexdevtools/apex-parser';
import type { Expression, SoqlExpression, SoslExpression } from './ast.js';
import { expression } from './expressions.js';
import { startOf, type Reader } from './reader.js';

/** `[SELECT …]`: the text stays as written but for the bind expressions, which become `:b0`, `:b1`, …. */
export function soqlExpression(reader: Reader, context: SoqlLiteralContext): SoqlExpression {
  return { kind: 'soql', position: startOf(context), ...bindText(reader, context) };
}

/** `[FIND …]`, in the same form as SOQL. */
export function soslExpression(reader: Reader, context: SoslLiteralContext): SoslExpression {
  return { kind: 'sosl', position: startOf(context), ...bindText(reader, context) };
}

function bindText(reader: Reader, context: SoqlLiteralContext | SoslLiteralContext): { text: string; binds: Expression[] } {
  const binds: Expression[] = [];
  let text = '';
  // The opening bracket may be part of a longer token (`[find 'x'`), so it is cut by place.
  let from = context.start.start + 1;
  for (const bound of outermostBinds(context)) {
    text += `${reader.slice(from, bound.start.start)}:b${binds.length}`;
    binds.push(expression(reader, bound.expression()));
    from = (bound.stop ?? bound.start).stop + 1;
  }
  return { text: text + reader.slice(from, (context.stop ?? context.start).start), binds };
}

/** A bind may hold a query with binds of its own: those belong to the inner query. */
function outermostBinds(context: ApexParserRuleContext): BoundExpressionContext[] {
  return (context.children ?? []).flatMap((child) => {
    if (child instanceof BoundExpressionContext) return [child];
    return 'children' in child ? outermostBinds(child as ApexParserRuleContext) : [];
  });
}
