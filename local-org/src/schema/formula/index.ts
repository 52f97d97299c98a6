export { FormulaError } from './ast.js';
export { evaluateFormula, type FormulaContext } from './evaluate.js';
export {
  formulaFieldValue,
  formulaReferences,
  fromFieldValue,
  isNumericPath,
  resolvePath,
  toFieldValue,
  type ResolvedPath
} from './fields.js';
export { formulaPaths, parseFormula } from './parse.js';
export { globalValue } from './globals.js';
export { recordContext, type RecordFormulaOptions } from './record.js';
