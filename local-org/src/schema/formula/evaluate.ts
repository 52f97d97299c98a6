import { ApexDecimal, UnsupportedFeature } from '../../values/index.js';
import { FormulaError, type FormulaNode } from './ast.js';
import { DATE_FUNCTIONS } from './dateFunctions.js';
import { NUMBER_FUNCTIONS } from './numberFunctions.js';
import { binary, same } from './operators.js';
import { parseFormula } from './parse.js';
import { TEXT_FUNCTIONS } from './textFunctions.js';
import { asBoolean, fromApex, type FormulaValue } from './values.js';

/** What a formula is evaluated against. Paths are as written in the formula: `Name`, `Account.Owner.Name`, `$User.Id`. */
export interface FormulaContext {
  /** The value in Apex's types. */
  field(path: string): unknown;
  readonly isNew: boolean;
  /** The value before the change, for PRIORVALUE and ISCHANGED. */
  prior?(path: string): unknown;
  /** Whether a field holds a number that counts as zero when it is blank ("Treat blank fields as zeroes"). */
  zeroWhenBlank?(path: string): boolean;
  /** Milliseconds since the epoch; the machine's clock when absent. */
  readonly now?: number;
  /** IANA zone of the running user, for TODAY. */
  readonly timeZone?: string;
  /** Named in errors: `validation rule Campaign.Dates_in_order`. */
  readonly where?: string;
}

/**
 * The value of a formula: null, boolean, String, Decimal, Date, Datetime or Time. Throws FormulaError where a page would show `#Error!`, and
 * UnsupportedFeature for functions that the engine does not have.
 */
export function evaluateFormula(formula: string, context: FormulaContext): unknown {
  return evaluate(parseFormula(formula), context);
}

function evaluate(node: FormulaNode, context: FormulaContext): FormulaValue {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'number'
        ? ApexDecimal.of(node.text.startsWith('.') ? `0${node.text}` : node.text)
        : node.value === ''
          ? null
          : node.value;
    case 'field':
      return fieldValue(node.path, context.field(node.path), context);
    case 'minus': {
      const value = evaluate(node.operand, context);
      if (value !== null && !(value instanceof ApexDecimal))
        throw new FormulaError("Incorrect parameter type for operator '-'. Expected Number");
      return value === null ? null : value.negate();
    }
    case 'not':
      return !asBoolean(evaluate(node.operand, context));
    case 'binary':
      if (node.operator === '&&') return asBoolean(evaluate(node.left, context)) && asBoolean(evaluate(node.right, context));
      if (node.operator === '||') return asBoolean(evaluate(node.left, context)) || asBoolean(evaluate(node.right, context));
      return binary(node.operator, evaluate(node.left, context), evaluate(node.right, context));
    case 'call':
      return call(node.name, node.args, context);
  }
}

function fieldValue(path: string, value: unknown, context: FormulaContext): FormulaValue {
  const converted = fromApex(value);
  return converted === null && context.zeroWhenBlank?.(path) ? ApexDecimal.of(0) : converted;
}

type Special = (args: readonly FormulaNode[], context: FormulaContext) => FormulaValue;

function at(args: readonly FormulaNode[], index: number, context: FormulaContext): FormulaValue {
  const node = args[index];
  if (!node) throw new FormulaError('Incorrect number of parameters');
  return evaluate(node, context);
}

function isBlank(args: readonly FormulaNode[], context: FormulaContext): boolean {
  const node = args[0];
  // A number counts as zero in arithmetic, yet ISBLANK still sees that it was left empty.
  if (node?.kind === 'field') return fromApex(context.field(node.path)) === null;
  const value = at(args, 0, context);
  return value === null || value === '';
}

function orBlank(args: readonly FormulaNode[], context: FormulaContext): FormulaValue {
  return isBlank(args, context) ? at(args, 1, context) : at(args, 0, context);
}

function path(args: readonly FormulaNode[], name: string): string {
  const node = args[0];
  if (node?.kind !== 'field') throw new FormulaError(`${name} takes a field`);
  return node.path;
}

function prior(fieldPath: string, context: FormulaContext): FormulaValue {
  if (context.isNew || !context.prior) return fieldValue(fieldPath, context.field(fieldPath), context);
  return fieldValue(fieldPath, context.prior(fieldPath), context);
}

/** Functions that do not evaluate all of their arguments, or that look at the record. */
const SPECIAL: Readonly<Record<string, Special>> = {
  AND: (args, context) => args.every((arg) => asBoolean(evaluate(arg, context))),
  OR: (args, context) => args.some((arg) => asBoolean(evaluate(arg, context))),
  NOT: (args, context) => !asBoolean(at(args, 0, context)),
  IF: (args, context) => at(args, asBoolean(at(args, 0, context)) ? 1 : 2, context),
  IFERROR: (args, context) => {
    try {
      return at(args, 0, context);
    } catch (error) {
      if (error instanceof FormulaError) return at(args, 1, context);
      throw error;
    }
  },
  CASE: (args, context) => {
    const value = at(args, 0, context);
    for (let index = 1; index + 1 < args.length; index += 2) if (same(value, at(args, index, context))) return at(args, index + 1, context);
    return args.length % 2 === 0 ? at(args, args.length - 1, context) : null;
  },
  ISBLANK: isBlank,
  ISNULL: isBlank,
  BLANKVALUE: orBlank,
  NULLVALUE: orBlank,
  ISNEW: (_, context) => context.isNew,
  ISCHANGED: (args, context) => {
    const field = path(args, 'ISCHANGED');
    return !context.isNew && context.prior !== undefined && !same(fromApex(context.field(field)), fromApex(context.prior(field)));
  },
  PRIORVALUE: (args, context) => prior(path(args, 'PRIORVALUE'), context),
  ISCLONE: () => false
};

function call(name: string, args: readonly FormulaNode[], context: FormulaContext): FormulaValue {
  const special = SPECIAL[name];
  if (special) return special(args, context);
  const values = (): FormulaValue[] => args.map((arg) => evaluate(arg, context));
  const textOrNumber = TEXT_FUNCTIONS[name] ?? NUMBER_FUNCTIONS[name];
  if (textOrNumber) {
    const result = textOrNumber(values());
    return result === '' ? null : result;
  }
  const dateFunction = DATE_FUNCTIONS[name];
  if (dateFunction) return dateFunction(values(), context.now ?? Date.now(), context.timeZone ?? 'UTC');
  throw new UnsupportedFeature(`the formula function ${name}${context.where ? ` in ${context.where}` : ''}`);
}
