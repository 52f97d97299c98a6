import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const FILE = join(import.meta.dirname, '../../data/bank-marketing-2008-2010.csv.gz');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

type Row = Readonly<Record<string, string>>;

/** What the dashboard of the bank campaign must show, counted from the file alone: neither the seed nor the app has a part in it. */
export interface BankFacts {
  readonly members: number;
  readonly responded: number;
  readonly byStatus: Readonly<Record<string, number>>;
  /** Month as 'May 2008' → responses; every month from the first to the last that has one. */
  readonly responsesByMonth: readonly (readonly [string, number])[];
  /** Day as 'May 5, 2008' → responses; days without any are missing. */
  readonly responsesByDay: ReadonlyMap<string, number>;
  /** Responses from `from` to `to`, both YYYY-MM-DD. */
  responsesBetween(from: string, to: string): number;
  /** Month → entries of each status, in the order of the campaign. */
  readonly entriesByMonth: ReadonlyMap<string, readonly number[]>;
  readonly previousMembers: number;
  readonly previousResponded: number;
}

export const STATUSES = ['Called', 'Called again', 'Subscribed'] as const;

export function readBankFacts(): BankFacts {
  const rows = parse(gunzipSync(readFileSync(FILE)).toString('utf8'));
  const responses = rows.filter((row) => row['subscribed'] === 'yes').map((row) => row['contact_date']);
  const byMonth = countBy(responses, (day) => day.slice(0, 7));
  const months = [...byMonth.keys()].sort();
  const previous = rows.filter((row) => row['previous_outcome'] !== 'unknown');
  return {
    members: rows.length,
    responded: responses.length,
    byStatus: Object.fromEntries(countBy(rows, statusOf)),
    responsesByMonth: allMonths(months[0], months.at(-1)!).map((month) => [monthText(month), byMonth.get(month) ?? 0]),
    responsesByDay: countBy(responses, dayText),
    responsesBetween: (from, to) => responses.filter((day) => day >= from && day <= to).length,
    entriesByMonth: new Map(
      [...new Set(rows.map((row) => row['contact_date'].slice(0, 7)))].map((month) => [
        monthText(month),
        STATUSES.map((status) => rows.filter((row) => row['contact_date'].startsWith(month) && statusOf(row) === status).length)
      ])
    ),
    previousMembers: previous.length,
    previousResponded: previous.filter((row) => row['previous_outcome'] === 'success').length
  };
}

/** As data/README.md says. */
function statusOf(row: Row): (typeof STATUSES)[number] {
  if (row['subscribed'] === 'yes') return 'Subscribed';
  return row['contacts_this_campaign'] === '1' ? 'Called' : 'Called again';
}

/** The file has no quoted fields. */
function parse(text: string): Row[] {
  const [header, ...lines] = text.trimEnd().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, index) => [names[index], value])));
}

function countBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

function allMonths(first: string, last: string): string[] {
  const months: string[] = [];
  let [year, month] = first.split('-').map(Number) as [number, number];
  for (let text = first; text <= last; text = `${year}-${String(month).padStart(2, '0')}`) {
    months.push(text);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return months;
}

function monthText(month: string): string {
  return `${MONTHS[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}

function dayText(day: string): string {
  return `${MONTHS[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(8))}, ${day.slice(0, 4)}`;
}
