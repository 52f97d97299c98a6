import type { SwitchStatementContext, WhenControlContext, WhenLiteralContext } from '@apexdevtools/apex-parser';
import type { Expression, SwitchCase, SwitchStatement } from './ast.js';
import { expression } from './expressions.js';
import { integerLiteral, longLiteral, nullLiteral, stringLiteral } from './literals.js';
import { identifier } from './modifiers.js';
import { startOf, type Reader } from './reader.js';
import { block } from './statements.js';
import { typeReference } from './typeReferences.js';

export function switchStatement(reader: Reader, context: SwitchStatementContext): SwitchStatement {
  const branches = context.whenControl_list();
  const otherwise = branches.filter((branch) => branch.whenValue().ELSE());
  const misplaced = otherwise.find((branch) => branch !== branches.at(-1));
  if (misplaced) reader.report(startOf(misplaced), 'when else must be the last block of a switch statement');
  return {
    kind: 'switch',
    position: startOf(context),
    subject: expression(reader, context.expression()),
    cases: branches.filter((branch) => !branch.whenValue().ELSE()).map((branch) => switchCase(reader, branch)),
    otherwise: otherwise[0] ? block(reader, otherwise[0].block()) : null
  };
}

function switchCase(reader: Reader, context: WhenControlContext): SwitchCase {
  const value = context.whenValue();
  return {
    position: startOf(context),
    values: value.whenLiteral_list().map((each) => whenValue(reader, each)),
    binding: value.typeRef() ? { type: typeReference(reader, value.typeRef()), name: identifier(reader, value.id()) } : null,
    body: block(reader, context.block())
  };
}

function whenValue(reader: Reader, context: WhenLiteralContext): Expression {
  const position = startOf(context);
  const inner = context.whenLiteral();
  if (inner) return whenValue(reader, inner);
  const negative = context.SUB_list().length % 2 === 1;
  const integer = context.IntegerLiteral();
  if (integer) return integerLiteral(reader, position, integer.getText(), negative);
  const long = context.LongLiteral();
  if (long) return longLiteral(reader, position, long.getText(), negative);
  if (context.StringLiteral() || context.MultilineStringLiteral()) return stringLiteral(reader, position, context.getText());
  if (context.NULL()) return nullLiteral(position);
  const [first, ...others] = context.qualifiedName().id_list();
  return others.reduce<Expression>(
    (target, id) => ({ kind: 'fieldAccess', position: startOf(id), target, name: id.getText(), safe: false }),
    { kind: 'name', position, name: first.getText() }
  );
}
