import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApexList, Types } from '../../src/values/index.js';
import { World } from './world.js';

interface Row {
  readonly label: string;
  readonly Name: string | null;
  readonly Employees: number | null;
  readonly Active__c: boolean;
  readonly Founded__c: string | null;
  readonly parent: string | null;
}

type Tree =
  | { readonly kind: 'leaf'; readonly text: string; readonly binds: Record<string, unknown>; readonly test: (row: Row) => boolean }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Tree[] }
  | { readonly kind: 'not'; readonly operand: Tree };

const NAMES = ['alpha', 'Beta', 'GAMMA', 'ärger', 'Ärger', 'a_b', '50%', "o'neil", null];
const NUMBERS = [-5, 0, 1, 2, 100, null];
const DAYS = ['2026-05-12', '2026-05-13', '2026-05-14', '2020-02-29', null];

const world = new World();
const rows: Row[] = [];
for (let i = 0; i < 60; i++) {
  const row: Row = {
    label: `r${i}`,
    Name: NAMES[i % NAMES.length]!,
    Employees: NUMBERS[(i * 7) % NUMBERS.length]!,
    Active__c: i % 3 === 0,
    Founded__c: DAYS[(i * 3) % DAYS.length]!,
    parent: i % 4 === 1 ? (rows[i - 1]?.label ?? null) : null
  };
  rows.push(row);
  world.insert(row.label, 'Account', {
    Name: row.Name,
    Employees: row.Employees,
    Active__c: Number(row.Active__c),
    Founded__c: row.Founded__c,
    ParentId: row.parent === null ? null : world.ids.get(row.parent)!
  });
}
const byLabel = new Map(rows.map((row) => [row.label, row]));

const quote = (text: string | null): string => (text === null ? 'null' : `'${text.replaceAll("'", "\\'")}'`);
const same = (a: string | null, b: string | null): boolean => (a === null || b === null ? a === b : a.toLowerCase() === b.toLowerCase());
const likeTest = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.*+?^${}()|[\]]/g, '\\$&')
      .replaceAll('%', '.*')
      .replaceAll('_', '.')}$`,
    'isu'
  );

let nextBind = 0;
const leaf = (text: string, test: (row: Row) => boolean, binds: Record<string, unknown> = {}): Tree => ({
  kind: 'leaf',
  text,
  binds,
  test
});
const compare = <T extends string | number>(operator: string, a: T | null, b: T | null): boolean => {
  if (operator === '=') return a === b;
  if (operator === '!=') return a !== b;
  if (a === null || b === null) return false;
  return { '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b }[operator]!;
};

const name = fc.constantFrom(...NAMES);
const operator = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
const leaves: fc.Arbitrary<Tree> = fc.oneof(
  fc
    .tuple(name, fc.constantFrom('=', '!='))
    .map(([value, op]) => leaf(`Name ${op} ${quote(value)}`, (row) => same(row.Name, value) === (op === '='))),
  fc
    .tuple(operator, fc.constantFrom(...NUMBERS))
    .map(([op, value]) => leaf(`Employees ${op} ${value}`, (row) => compare(op, row.Employees, value))),
  fc
    .tuple(operator, fc.constantFrom('2026-05-13', '2021-01-01'))
    .map(([op, value]) => leaf(`Founded__c ${op} ${value}`, (row) => compare(op, row.Founded__c, value))),
  fc.constantFrom('=', '!=').map((op) => leaf(`Founded__c ${op} TODAY`, (row) => compare(op, row.Founded__c, '2026-05-13'))),
  fc
    .tuple(fc.boolean(), fc.constantFrom('=', '!='))
    .map(([value, op]) => leaf(`Active__c ${op} ${value}`, (row) => (row.Active__c === value) === (op === '='))),
  fc
    .constantFrom('a%', '%R%', 'ä%', '_r_er', '%')
    .map((pattern) => leaf(`Name LIKE '${pattern}'`, (row) => row.Name !== null && likeTest(pattern).test(row.Name))),
  fc.tuple(fc.array(name, { maxLength: 4 }), fc.boolean()).map(([values, negated]) => {
    const bind = `v${nextBind++}`;
    return leaf(`Name ${negated ? 'NOT ' : ''}IN :${bind}`, (row) => values.some((value) => same(row.Name, value)) !== negated, {
      [bind]: new ApexList(Types.primitive('String'), values)
    });
  }),
  name.map((value) =>
    leaf(`Parent.Name = ${quote(value)}`, (row) => same(row.parent === null ? null : byLabel.get(row.parent)!.Name, value))
  ),
  fc
    .boolean()
    .map((negated) =>
      leaf(
        `Id ${negated ? 'NOT ' : ''}IN (SELECT ParentId FROM Account WHERE Employees > 0)`,
        (row) => rows.some((child) => child.parent === row.label && (child.Employees ?? 0) > 0) !== negated
      )
    )
);

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaves,
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('tree'), { minLength: 2, maxLength: 3 }))
      .map(([kind, operands]): Tree => ({ kind, operands })),
    tie('tree').map((operand): Tree => ({ kind: 'not', operand }))
  )
}));

const textOf = (node: Tree): string =>
  node.kind === 'leaf'
    ? node.text
    : node.kind === 'not'
      ? `(NOT ${textOf(node.operand)})`
      : `(${node.operands.map(textOf).join(` ${node.kind.toUpperCase()} `)})`;
const bindsOf = (node: Tree): Record<string, unknown> =>
  node.kind === 'leaf'
    ? node.binds
    : node.kind === 'not'
      ? bindsOf(node.operand)
      : Object.fromEntries(node.operands.flatMap((operand) => Object.entries(bindsOf(operand))));
const holds = (node: Tree, row: Row): boolean =>
  node.kind === 'leaf'
    ? node.test(row)
    : node.kind === 'not'
      ? !holds(node.operand, row)
      : node.kind === 'and'
        ? node.operands.every((each) => holds(each, row))
        : node.operands.some((each) => holds(each, row));

describe('WHERE', () => {
  it('finds what an evaluator in memory finds', () => {
    fc.assert(
      fc.property(tree, (node) => {
        const found = world.rows(`SELECT Id FROM Account WHERE ${textOf(node)}`, bindsOf(node), { internal: true });
        expect(found).toEqual(rows.filter((row) => holds(node, row)).map((row) => ({ Id: row.label })));
      }),
      { numRuns: 300 }
    );
  });
});
