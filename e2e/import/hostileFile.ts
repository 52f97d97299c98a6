/** How many of the lines of a hostile file are to get each verdict. */
export interface HostileFile {
  readonly text: string;
  readonly expected: Readonly<Record<string, number>>;
}

interface Person {
  readonly LeadId: string;
  readonly Status: string;
}

/**
 * A file as no test data tool makes it: quotes, delimiters and line breaks in fields, formulas and markup, ids of 15 characters, people named
 * twice, ids that belong to nobody, no ids at all, blank lines. The verdicts are counted here as the lines are written, not by the code that
 * reads them.
 *
 * @param members of the campaign, all of them leads
 * @param outsiders leads who are no members
 */
export function hostileFile(lines: number, members: readonly Person[], outsiders: readonly string[], status: string): HostileFile {
  const expected: Record<string, number> = {};
  const named = new Set<string>();
  const person = (leadId: string, verdict: string): string => {
    if (named.has(leadId)) return count('Duplicate');
    named.add(leadId);
    return count(verdict);
  };
  const count = (verdict: string): string => {
    expected[verdict] = (expected[verdict] ?? 0) + 1;
    return verdict;
  };
  const rows = ['Name;Lead ID;New status;"Remark; or ""none"""'];
  for (let line = 0; line < lines; line++) {
    const member = members[line % members.length];
    const remark = `"=HYPERLINK(""x"")\r\n<script>alert(${line})</script>; ""quoted"""`;
    const row = (key: string, text = status): number => rows.push(`@SUM(A1:A${line});${key};${text};${remark}`);
    switch (line % 12) {
      case 3:
        person(member.LeadId, member.Status === status ? 'Already there' : 'Will change');
        row(member.LeadId.slice(0, 15), ` ${status.toUpperCase()}`);
        break;
      case 5:
        person(outsiders[line % outsiders.length], 'Not a member');
        row(outsiders[line % outsiders.length]);
        break;
      case 6:
        count('Not found');
        row(`00QZZ${String(line).padStart(10, '0')}`);
        break;
      case 7:
        count('Malformed');
        row(line % 2 === 0 ? '=1+1' : "<img src=x onerror='alert(1)'>");
        break;
      case 8:
        count('Unknown status');
        row(member.LeadId, 'Attended!');
        break;
      case 9:
        count('Nobody named');
        row('  ');
        break;
      case 10:
        count('No status');
        row(member.LeadId, '');
        break;
      case 11:
        count('Empty line');
        rows.push(line % 24 === 11 ? '' : ' ; ;;');
        break;
      default:
        person(member.LeadId, member.Status === status ? 'Already there' : 'Will change');
        row(member.LeadId);
    }
  }
  return { text: rows.join('\r\n'), expected };
}

/** As Excel saves “Unicode text”. */
export function utf16(text: string): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
}
