/** What a file means: which column is what, which status a text stands for, and what becomes of each line. */
export {
  columnNames,
  guessMapping,
  isOwnFile,
  looksLikeHeader,
  rememberMapping,
  rememberedMapping,
  withoutErrorColumn,
  type Mapping,
  type MatchKey
} from './mapping';
export { readAliases, StatusResolver, writeAlias, type OwnAliases, type ResolvedStatus } from './statusAliases';
export { judge } from './judge';
export { Judgement } from './judgement';
export { LineFacts, MATCH } from './lineFacts';
export { isRefused, VERDICTS, WILL_RUN, type Verdict } from './verdicts';
export { LineReader, type ImportLine } from './lineReader';
export { type CheckedImport } from './checkedImport';
