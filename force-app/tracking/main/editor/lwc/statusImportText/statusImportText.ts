import ambiguous from '@salesforce/label/c.Import_Verdict_Ambiguous';
import add from '@salesforce/label/c.Import_Verdict_Add';
import blankKey from '@salesforce/label/c.Import_Verdict_Blank_Key';
import blankLine from '@salesforce/label/c.Import_Verdict_Blank_Line';
import blankStatus from '@salesforce/label/c.Import_Verdict_Blank_Status';
import change from '@salesforce/label/c.Import_Verdict_Change';
import duplicate from '@salesforce/label/c.Import_Verdict_Duplicate';
import malformed from '@salesforce/label/c.Import_Verdict_Malformed';
import notFound from '@salesforce/label/c.Import_Verdict_Not_Found';
import notMember from '@salesforce/label/c.Import_Verdict_Not_Member';
import otherCampaign from '@salesforce/label/c.Import_Verdict_Other_Campaign';
import same from '@salesforce/label/c.Import_Verdict_Same';
import unchecked from '@salesforce/label/c.Import_Verdict_Unchecked';
import unknownStatus from '@salesforce/label/c.Import_Verdict_Unknown_Status';
import lineAdd from '@salesforce/label/c.Import_Line_Add';
import lineAmbiguous from '@salesforce/label/c.Import_Line_Ambiguous';
import lineBlankKey from '@salesforce/label/c.Import_Line_Blank_Key';
import lineBlankLine from '@salesforce/label/c.Import_Line_Blank_Line';
import lineBlankStatus from '@salesforce/label/c.Import_Line_Blank_Status';
import lineChange from '@salesforce/label/c.Import_Line_Change';
import lineDuplicate from '@salesforce/label/c.Import_Line_Duplicate';
import lineMalformed from '@salesforce/label/c.Import_Line_Malformed';
import lineNotFound from '@salesforce/label/c.Import_Line_Not_Found';
import lineNotMember from '@salesforce/label/c.Import_Line_Not_Member';
import lineOtherCampaign from '@salesforce/label/c.Import_Line_Other_Campaign';
import lineSame from '@salesforce/label/c.Import_Line_Same';
import lineUnchecked from '@salesforce/label/c.Import_Line_Unchecked';
import lineUnknownStatus from '@salesforce/label/c.Import_Line_Unknown_Status';
import { fillIn } from 'c/textFormat';
import type { CheckedImport, Verdict } from 'c/statusImportRules';
import { keyText } from './keyText';

export { keyText } from './keyText';
export { errorFile } from './errorFile';

const NAMES: Readonly<Record<Verdict, string>> = {
  add,
  ambiguous,
  blankKey,
  blankLine,
  blankStatus,
  change,
  duplicate,
  malformed,
  notFound,
  notMember,
  otherCampaign,
  same,
  unchecked,
  unknownStatus
};

const LINES: Readonly<Record<Verdict, string>> = {
  add: lineAdd,
  ambiguous: lineAmbiguous,
  blankKey: lineBlankKey,
  blankLine: lineBlankLine,
  blankStatus: lineBlankStatus,
  change: lineChange,
  duplicate: lineDuplicate,
  malformed: lineMalformed,
  notFound: lineNotFound,
  notMember: lineNotMember,
  otherCampaign: lineOtherCampaign,
  same: lineSame,
  unchecked: lineUnchecked,
  unknownStatus: lineUnknownStatus
};

export function verdictName(verdict: Verdict): string {
  return NAMES[verdict];
}

/** What becomes of one line, and what to do where it is left out. */
export function lineText(work: CheckedImport, line: number): string {
  const { facts, judgement, mapping, reader, resolver } = work;
  const verdict = judgement.verdictOf(line);
  return fillIn(LINES[verdict], ...values());

  function values(): (string | number)[] {
    const wanted = (): string => resolver.resolve(facts.statusOf(line)).status ?? '';
    if (verdict === 'change') return [facts.currentStatusOf(line), wanted()];
    if (verdict === 'add' || verdict === 'same') return [wanted()];
    if (verdict === 'unknownStatus') return [facts.statusOf(line)];
    if (verdict === 'malformed') return [keyText(mapping.matchBy)];
    if (verdict === 'duplicate') return [reader.numberOf(judgement.firstOf(line))];
    return [];
  }
}
