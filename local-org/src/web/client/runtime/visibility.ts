import type { VisibilityModel } from '../../site/model.js';
import { bootstrap } from './bootstrap.js';
import { formFactor } from './bootstrap.js';
import { valueText } from './fields.js';

/** Answers the value behind `{!Record.Status}`; undefined while the record is not loaded. */
export type RecordValue = (field: string) => unknown;

/** Fields of the record that a rule looks at. */
export function visibilityFields(visibility: VisibilityModel | null): string[] {
  return (visibility?.criteria ?? [])
    .map(({ left }) => /^\{!Record\.(.+)\}$/i.exec(left)?.[1])
    .filter((field): field is string => field !== undefined);
}

/** Whether a component is shown (Lightning App Builder, component visibility filters). */
export function isVisible(visibility: VisibilityModel | null, record: RecordValue): boolean {
  if (!visibility || visibility.criteria.length === 0) return true;
  const results = visibility.criteria.map(({ left, operator, right }) => compare(valueOf(left, record), operator, right));
  if (!visibility.filter) return results.every(Boolean);
  return evaluate(visibility.filter, results);
}

function valueOf(expression: string, record: RecordValue): unknown {
  const path = expression.replace(/^\{!(.*)\}$/, '$1');
  const [root, ...rest] = path.split('.');
  const name = rest.join('.');
  switch (root.toLowerCase()) {
    case 'record':
      return record(name);
    case '$permission':
      if (/^custompermission\./i.test(name)) return bootstrap().customPermissions.includes(name.split('.')[1]);
      return bootstrap().userPermissions.includes(name.replace(/^standardpermission\./i, ''));
    case '$user':
      return (bootstrap().user as unknown as Record<string, unknown>)[name.charAt(0).toLowerCase() + name.slice(1)];
    case '$client':
      return formFactor();
    default:
      throw new Error(`The local org can't evaluate ${expression} in a component visibility filter.`);
  }
}

function compare(value: unknown, operator: string, right: string): boolean {
  const text = valueText(value);
  const [a, b] = [text.toLowerCase(), right.toLowerCase()];
  const numeric = text !== '' && right !== '' && !Number.isNaN(Number(text)) && !Number.isNaN(Number(right));
  const order = numeric ? Number(text) - Number(right) : a < b ? -1 : a > b ? 1 : 0;
  switch (operator) {
    case 'EQUAL':
      return numeric ? order === 0 : a === b;
    case 'NE':
      return numeric ? order !== 0 : a !== b;
    case 'CONTAINS':
      return a.includes(b);
    case 'GT':
      return order > 0;
    case 'GE':
      return order >= 0;
    case 'LT':
      return order < 0;
    case 'LE':
      return order <= 0;
    default:
      throw new Error(`The local org doesn't know the operator ${operator} of component visibility filters.`);
  }
}

/** `1 AND (2 OR NOT 3)` over the criteria's results. */
function evaluate(filter: string, results: readonly boolean[]): boolean {
  const tokens = filter.toUpperCase().match(/\d+|AND|OR|NOT|\(|\)/g) ?? [];
  let at = 0;
  const factor = (): boolean => {
    const token = tokens[at++];
    if (token === 'NOT') return !factor();
    if (token === '(') {
      const inner = any();
      at++;
      return inner;
    }
    return results[Number(token) - 1] ?? false;
  };
  const all = (): boolean => {
    let value = factor();
    while (tokens[at] === 'AND') {
      at++;
      const next = factor();
      value = value && next;
    }
    return value;
  };
  const any = (): boolean => {
    let value = all();
    while (tokens[at] === 'OR') {
      at++;
      const next = all();
      value = value || next;
    }
    return value;
  };
  return any();
}
