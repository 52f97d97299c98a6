import type { Assignment, BinaryOperator, Expression, Position, TypeReference, Unary } from './ast.js';

/**
 * An expression without its brackets, flattened: operands and operators in the order of the text. The grammar's tree cannot be used as it is,
 * because it takes `(a) - b * c` for a cast of `-b` to a type `a`; from the flat form it is put together again with the right precedence.
 */
export type Item =
  | { readonly kind: 'operand'; readonly expression: Expression }
  | { readonly kind: 'prefix'; readonly operator: Unary['operator']; readonly position: Position }
  | { readonly kind: 'cast'; readonly type: TypeReference; readonly position: Position }
  | { readonly kind: 'postfix'; readonly operator: '++' | '--' }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator }
  | { readonly kind: 'instanceOf'; readonly type: TypeReference }
  | { readonly kind: 'conditional'; readonly then: Expression }
  | { readonly kind: 'assign'; readonly operator: Assignment['operator'] };

const ASSIGN = 1;
const CONDITIONAL = 2;
const INSTANCE_OF = 11;

/** Apex Developer Guide, "Operator Precedence"; `??` from "Null Coalescing Operator": `top ?? 100 - bottom ?? 0` is `top ?? (100 - bottom ?? 0)`. */
const PRECEDENCE: Readonly<Record<BinaryOperator, number>> = {
  '??': 3,
  '||': 4,
  '&&': 5,
  '|': 6,
  '^': 7,
  '&': 8,
  '==': 9,
  '!=': 9,
  '===': 9,
  '!==': 9,
  '<': INSTANCE_OF,
  '<=': INSTANCE_OF,
  '>': INSTANCE_OF,
  '>=': INSTANCE_OF,
  '<<': 12,
  '>>': 12,
  '>>>': 12,
  '+': 13,
  '-': 13,
  '*': 14,
  '/': 14,
  '%': 14
};

/** Puts a flattened expression together by precedence climbing. */
export function combine(items: readonly Item[]): Expression {
  let next = 0;

  function prefixed(): Expression {
    const item = items[next++];
    if (item?.kind === 'operand') return item.expression;
    if (item?.kind === 'cast') return { kind: 'cast', position: item.position, type: item.type, value: unary() };
    if (item?.kind === 'prefix') return { kind: 'unary', position: item.position, operator: item.operator, prefix: true, operand: unary() };
    throw new Error(`Expression items out of order: ${item?.kind ?? 'end'}`);
  }

  function unary(): Expression {
    let operand = prefixed();
    for (let item = items[next]; item?.kind === 'postfix'; item = items[++next]) {
      operand = { kind: 'unary', position: operand.position, operator: item.operator, prefix: false, operand };
    }
    return operand;
  }

  function climb(least: number): Expression {
    let left = unary();
    for (let item = items[next]; item; item = items[next]) {
      const { position } = left;
      if (item.kind === 'binary' && PRECEDENCE[item.operator] >= least) {
        next++;
        left = { kind: 'binary', position, operator: item.operator, left, right: climb(PRECEDENCE[item.operator] + 1) };
      } else if (item.kind === 'instanceOf' && INSTANCE_OF >= least) {
        next++;
        left = { kind: 'instanceOf', position, value: left, type: item.type };
      } else if (item.kind === 'conditional' && CONDITIONAL >= least) {
        next++;
        left = { kind: 'conditional', position, condition: left, then: item.then, otherwise: climb(CONDITIONAL) };
      } else if (item.kind === 'assign' && ASSIGN >= least) {
        next++;
        left = { kind: 'assign', position, operator: item.operator, target: left, value: climb(ASSIGN) };
      } else break;
    }
    return left;
  }

  return climb(ASSIGN);
}
