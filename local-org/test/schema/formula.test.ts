import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateFormula, FormulaError, formulaPaths, type FormulaContext } from '../../src/schema/index.js';
import { ApexDate, ApexDatetime, ApexDecimal, ApexTime, UnsupportedFeature } from '../../src/values/index.js';

const FIELDS: Readonly<Record<string, unknown>> = {
  Name: 'Acme',
  Empty: null,
  Amount: ApexDecimal.parse('1500.50'),
  Count: 3,
  Blank: null,
  Flag: true,
  Status: 'Sent',
  Tags: 'Red;Green',
  Start: ApexDate.of(2026, 1, 31),
  End: ApexDate.of(2026, 3, 1),
  Moment: new ApexDatetime(Date.UTC(2026, 0, 31, 10, 20, 30)),
  Time: ApexTime.of(10, 20, 30, 5),
  'Account.Owner.Name': 'Ada'
};
const PRIOR: Readonly<Record<string, unknown>> = { ...FIELDS, Status: 'Planned' };

const context: FormulaContext = {
  isNew: false,
  now: Date.UTC(2026, 5, 15, 2, 0, 0),
  timeZone: 'America/Los_Angeles',
  field: (path) => FIELDS[path],
  prior: (path) => PRIOR[path]
};

function show(value: unknown): unknown {
  return value instanceof ApexDecimal
    ? value.value.toNumber() + 0
    : value instanceof ApexDate || value instanceof ApexDatetime
      ? value.toString()
      : value;
}

const cases: readonly (readonly [formula: string, result: unknown])[] = [
  // Operators
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3', 9],
  ['2 ^ 3 ^ 1', 8],
  ['-2 + 5', 3],
  ['7 / 2', 3.5],
  ['"a" & "b" + "c"', 'abc'],
  ['Name & " " & Count', 'Acme 3'],
  ['Empty & ""', null],
  ['1 = 1.0', true],
  ['"a" = "A"', false],
  ['"a" <> "b"', true],
  ['Name == "Acme" && Flag', true],
  ['Name = "x" || Flag', true],
  ['!Flag', false],
  ['Blank > 1', false],
  ['Blank + 1', null],
  ['Amount >= 1500.5', true],
  ['End - Start', 29],
  ['Start + 1', '2026-02-01'],
  ['Start < End', true],
  ['Moment + 0.5', '2026-01-31 22:20:30'],
  ['/* why */ 1', 1],
  // Logic
  ['IF(Flag, "yes", "no")', 'yes'],
  ['IF(Blank > 1, 1, 2)', 2],
  ['AND(Flag, Count = 3)', true],
  ['OR(false, FALSE)', false],
  ['NOT(Flag)', false],
  ['CASE(Status, "Planned", 1, "Sent", 2, 0)', 2],
  ['CASE(Status, "Planned", 1, 0)', 0],
  ['ISBLANK(Empty)', true],
  ['ISBLANK(Name)', false],
  ['ISNULL(Blank)', true],
  ['BLANKVALUE(Empty, "none")', 'none'],
  ['NULLVALUE(Count, 0)', 3],
  ['ISPICKVAL(Status, "Sent")', true],
  ['ISPICKVAL(Empty, "")', true],
  ['INCLUDES(Tags, "Green")', true],
  ['INCLUDES(Tags, "Gre")', false],
  ['ISCHANGED(Status)', true],
  ['ISCHANGED(Name)', false],
  ['PRIORVALUE(Status)', 'Planned'],
  ['ISNEW()', false],
  // Text
  ['LEN(Name)', 4],
  ['LEFT(Name, 2)', 'Ac'],
  ['RIGHT(Name, 2)', 'me'],
  ['MID(Name, 2, 2)', 'cm'],
  ['CONTAINS(Name, "cm")', true],
  ['BEGINS(Name, "Ac")', true],
  ['UPPER(Name) & LOWER(Name)', 'ACMEacme'],
  ['TRIM("  a ")', 'a'],
  ['SUBSTITUTE("a.b.c", ".", "$&")', 'a$&b$&c'],
  ['FIND("m", Name)', 3],
  ['LPAD("7", 3, "0")', '007'],
  ['TEXT(Amount)', '1500.5'],
  ['TEXT(Start)', '2026-01-31'],
  ['TEXT(Moment)', '2026-01-31 10:20:30Z'],
  ['TEXT(Status)', 'Sent'],
  ['VALUE("12.5") + 1', 13.5],
  ['REGEX("AB12", "[A-Z]{2}\\\\d+")', true],
  ['REGEX("xAB12", "[A-Z]{2}\\\\d+")', false],
  ['HYPERLINK("/x", "Go", "_self")', '<a href="/x" target="_self">Go</a>'],
  ['IMAGE("/i.png", "alt")', '<img src="/i.png" alt="alt" border="0"/>'],
  ['"line\\nbreak \\"q\\""', 'line\nbreak "q"'],
  ["'single'", 'single'],
  ['Account.Owner.Name', 'Ada'],
  // Numbers
  ['ROUND(2.5, 0)', 3],
  ['ROUND(-2.345, 2)', -2.35],
  ['CEILING(-1.2)', -2],
  ['MCEILING(-1.2)', -1],
  ['FLOOR(-1.8)', -1],
  ['MFLOOR(-1.2)', -2],
  ['ABS(-3)', 3],
  ['MAX(1, 5, 3)', 5],
  ['MIN(4, 2)', 2],
  ['MOD(7, 3)', 1],
  ['SQRT(9)', 3],
  ['TRUNC(2.79, 1)', 2.7],
  // Dates: in Los Angeles it is still the day before
  ['TODAY()', '2026-06-14'],
  ['NOW()', '2026-06-15 02:00:00'],
  ['DATE(2026, 2, 28) + 1', '2026-03-01'],
  ['DATEVALUE("2026-05-04")', '2026-05-04'],
  ['DATEVALUE(Moment)', '2026-01-31'],
  ['DAY(Start) + MONTH(Start) + YEAR(Start)', 2058],
  ['WEEKDAY(DATE(2026, 6, 14))', 1],
  ['ADDMONTHS(Start, 1)', '2026-02-28'],
  ['HOUR(Time) + MINUTE(Time)', 30]
];

describe('evaluateFormula', () => {
  it.each(cases)('%s → %j', (formula, result) => {
    expect(show(evaluateFormula(formula, context))).toEqual(result);
  });

  it.each([
    ['1 / 0', 'Division by zero'],
    ['VALUE("x")', 'VALUE'],
    ['1 +', 'ends too early'],
    ['IF(Flag, 1', 'ends too early'],
    ['Name @ 1', 'Syntax error at character 6'],
    ['Flag + 1', 'Incorrect parameter type'],
    ['DATE(2026, 2, 30)', 'no day']
  ])('%s fails: %s', (formula, message) => {
    expect(() => evaluateFormula(formula, context)).toThrow(FormulaError);
    expect(() => evaluateFormula(formula, context)).toThrow(message);
  });

  it('refuses functions it does not have, naming the formula', () => {
    const where = 'validation rule Campaign.Near';
    expect(() => evaluateFormula('DISTANCE(Name, Name, "km") < 5', { ...context, where })).toThrow(UnsupportedFeature);
    expect(() => evaluateFormula('VLOOKUP(Name, Name, Name)', { ...context, where })).toThrow(/VLOOKUP in validation rule Campaign\.Near/);
  });

  it('counts blank numbers as zero where asked, and ISBLANK still sees the blank', () => {
    const zero: FormulaContext = { ...context, zeroWhenBlank: (path) => path === 'Blank' };
    expect(show(evaluateFormula('Blank + 1', zero))).toBe(1);
    expect(evaluateFormula('ISBLANK(Blank)', zero)).toBe(true);
  });

  it('on a new record nothing has changed', () => {
    expect(evaluateFormula('ISCHANGED(Status)', { ...context, isNew: true })).toBe(false);
    expect(evaluateFormula('PRIORVALUE(Status)', { ...context, isNew: true })).toBe('Sent');
  });

  it('lists the paths that a formula reads, once each', () => {
    expect(formulaPaths('IF(Account.Name = name, $User.Id, NAME & CASE(X, 1, Y, Z))')).toEqual([
      'Account.Name',
      'name',
      '$User.Id',
      'X',
      'Y',
      'Z'
    ]);
  });

  it('agrees with arithmetic on integers', () => {
    const operator = fc.constantFrom('+', '-', '*');
    fc.assert(
      fc.property(
        fc.integer({ min: -999, max: 999 }),
        operator,
        fc.integer({ min: -999, max: 999 }),
        operator,
        fc.nat(999),
        (a, first, b, second, c) => {
          const text = `(${a}) ${first} (${b}) ${second} ${c}`;
          expect(show(evaluateFormula(text, context))).toBe(Number(eval(text)) + 0);
        }
      )
    );
  });

  it('reads any text literal back', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const literal = `"${text.replace(/["\\]/g, '\\$&')}"`;
        expect(evaluateFormula(literal, context)).toBe(text === '' ? null : text);
      })
    );
  });
});
