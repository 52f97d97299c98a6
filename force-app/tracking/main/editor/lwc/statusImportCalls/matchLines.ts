import check from '@salesforce/apex/StatusImportController.check';
import { MATCH, type ImportLine, type LineFacts, type LineReader, type Mapping } from 'c/statusImportRules';
import { withRetries } from './withRetries';

const LINES_A_CALL = 1000;
/** No field that names a person holds more, and nothing longer is worth sending. */
const LONGEST_KEY = 255;

interface Matching {
  readonly campaignId: string;
  readonly mapping: Mapping;
  readonly reader: LineReader;
  readonly facts: LineFacts;
  readonly onProgress: (checked: number) => void;
  readonly isCancelled: () => boolean;
}

type Match = (typeof MATCH)[keyof typeof MATCH];

const OUTCOMES: Readonly<Record<string, Match>> = {
  MEMBER: MATCH.MEMBER,
  NOT_MEMBER: MATCH.NOT_MEMBER,
  NOT_FOUND: MATCH.NOT_FOUND,
  AMBIGUOUS: MATCH.AMBIGUOUS,
  OTHER_CAMPAIGN: MATCH.OTHER_CAMPAIGN,
  MALFORMED: MATCH.MALFORMED
};

/** Finds out whom each line names, a thousand lines at a time, from the first that was not checked yet. Throws what a call answers as an error. */
export async function matchLines(matching: Matching): Promise<void> {
  const { reader, facts, mapping, onProgress, isCancelled } = matching;
  for (let from = facts.checked; from < reader.count && !isCancelled(); from += LINES_A_CALL) {
    const lines = reader.lines(from, from + LINES_A_CALL, mapping);
    const asked: [number, string][] = [];
    lines.forEach((line, index) => {
      if (noteWithoutAsking(facts, from + index, line)) asked.push([from + index, line.key]);
    });
    // One call after the other: each of them is work for the same database.
    // eslint-disable-next-line no-await-in-loop
    await ask(matching, asked);
    onProgress(from + lines.length);
  }
}

/** Gives back whether Salesforce has to be asked. */
function noteWithoutAsking(facts: LineFacts, line: number, { isBlank, key, status }: ImportLine): boolean {
  facts.setStatus(line, isBlank ? '' : status);
  if (isBlank) facts.setMatch(line, MATCH.BLANK_LINE);
  else if (key === '') facts.setMatch(line, MATCH.BLANK_KEY);
  else if (key.length > LONGEST_KEY) facts.setMatch(line, MATCH.NOT_FOUND);
  else return true;
  return false;
}

async function ask(matching: Matching, asked: readonly [number, string][]): Promise<void> {
  if (asked.length === 0) return;
  const { campaignId, facts, isCancelled } = matching;
  const { matchBy, externalField } = matching.mapping;
  const keys = asked.map(([, key]) => key);
  const answer = await withRetries(() => check({ campaignId, request: { matchBy, externalField, keys } }), isCancelled);
  if (answer.isTooMuch && asked.length > 1) {
    const middle = asked.length >> 1;
    await ask(matching, asked.slice(0, middle));
    await ask(matching, asked.slice(middle));
    return;
  }
  asked.forEach(([line], index) => {
    const match = answer.matches?.[index];
    const target = match?.memberId ?? match?.leadId ?? match?.contactId ?? undefined;
    facts.setMatch(line, OUTCOMES[match?.outcome ?? ''] ?? MATCH.NOT_FOUND, target, match?.status ?? '');
  });
}
