import { fail, type Place } from './errors.js';

/** Filter logic: `1 AND (2 OR NOT 3)`. */
export type Logic =
  | { readonly kind: 'item'; readonly number: number }
  | { readonly kind: 'not'; readonly operand: Logic }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Logic[] };

export function parseLogic(text: string, place: Place): Logic {
  const tokens = text.toUpperCase().match(/\d+|[()]|[A-Z]+|\S/g) ?? [];
  let at = 0;
  const wrong = (): never => fail(place, 'booleanFilter', `'${text}' can't be read${at < tokens.length ? ` at '${tokens[at]}'` : ''}.`);
  const take = (token: string): boolean => tokens[at] === token && ++at > 0;
  const primary = (): Logic => {
    if (take('NOT')) return { kind: 'not', operand: primary() };
    if (take('(')) {
      const inner = either();
      return take(')') ? inner : wrong();
    }
    const token = tokens[at] ?? '';
    if (!/^\d+$/.test(token)) return wrong();
    at++;
    return { kind: 'item', number: Number(token) };
  };
  const list = (kind: 'and' | 'or', next: () => Logic): Logic => {
    const operands = [next()];
    while (take(kind.toUpperCase())) operands.push(next());
    return operands.length === 1 ? operands[0] : { kind, operands };
  };
  const both = (): Logic => list('and', primary);
  const either = (): Logic => list('or', both);
  const logic = either();
  return at === tokens.length ? logic : wrong();
}
