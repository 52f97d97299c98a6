import { type StatusResolver } from './statusAliases';

export type MatchKey = 'MemberId' | 'LeadId' | 'ContactId' | 'Email' | 'ExternalId';

/** Which column is what. */
export interface Mapping {
  readonly matchBy: MatchKey;
  /** Object and field; only where people are matched by an external id. */
  readonly externalField: string | null;
  /** The column that names the person, -1 where it isn't chosen yet. */
  readonly keyColumn: number;
  /** The column of the status, -1 where it isn't chosen or all lines get the same. */
  readonly statusColumn: number;
  /** The status that all lines get, null where a column says it. */
  readonly fixedStatus: string | null;
}

const STORAGE_KEY = 'campaignStatusImport.columns';
const REMEMBERED_FILES = 20;

const KEY_PREFIXES: readonly (readonly [string, MatchKey])[] = [
  ['00v', 'MemberId'],
  ['00Q', 'LeadId'],
  ['003', 'ContactId']
];
const KEY_HEADERS: readonly (readonly [RegExp, MatchKey])[] = [
  [/^(campaign)?memberid$/, 'MemberId'],
  [/^leadid$/, 'LeadId'],
  [/^contactid$/, 'ContactId'],
  [/^(e?mail|e?mailaddress|.*email)$/, 'Email']
];
const STATUS_HEADER = /^(campaign)?(member)?(new)?status$|^attendance$/;
const SALESFORCE_ID = /^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Whether the first record names columns: a person is never the name of a column. */
export function looksLikeHeader(first: readonly string[]): boolean {
  return !first.some((field) => EMAIL.test(field.trim()) || keyOfId(field.trim()) !== undefined);
}

/** The columns' names, of what the first record has or by their place; as many as the widest of the records has. */
export function columnNames(
  header: readonly string[] | null,
  records: readonly (readonly string[])[],
  nameless: (place: number) => string
): string[] {
  const width = Math.max(header?.length ?? 0, ...records.map((record) => record.length));
  return Array.from({ length: width }, (_, index) => header?.[index]?.trim() || nameless(index + 1));
}

/** Whether the wizard wrote the file itself: what it adds is the last column. */
export function isOwnFile(names: readonly string[], errorColumn: string): boolean {
  return names.length > 1 && names[names.length - 1] === errorColumn;
}

export function withoutErrorColumn<Field>(names: readonly string[], errorColumn: string, fields: readonly Field[]): readonly Field[] {
  return isOwnFile(names, errorColumn) ? fields.slice(0, names.length - 1) : fields;
}

/** What the columns seem to be, by their names and what is in them. */
export function guessMapping(
  names: readonly string[],
  samples: readonly (readonly string[])[],
  offered: { readonly keys: readonly string[]; readonly resolver: StatusResolver }
): Mapping {
  const keys = names.map((name, column) => keyOfColumn(name, valuesIn(samples, column)));
  const order: readonly MatchKey[] = ['MemberId', 'ContactId', 'LeadId', 'Email'];
  const matchBy = order.find((key) => keys.includes(key) && offered.keys.includes(key));
  return {
    matchBy: matchBy ?? 'Email',
    externalField: null,
    keyColumn: matchBy === undefined ? -1 : keys.indexOf(matchBy),
    statusColumn: statusColumnIn(names, samples, offered.resolver),
    fixedStatus: null
  };
}

function keyOfColumn(name: string, values: readonly string[]): MatchKey | undefined {
  const ofValues = values.map((value) => keyOfId(value) ?? (EMAIL.test(value) ? 'Email' : undefined));
  const first = ofValues.find((key) => key !== undefined);
  // What is in the column counts more than its name: “ID” is the name of many things.
  if (first !== undefined && ofValues.filter((key) => key === first).length * 2 > values.length) return first;
  return KEY_HEADERS.find(([header]) => header.test(plain(name)))?.[1];
}

function statusColumnIn(names: readonly string[], samples: readonly (readonly string[])[], resolver: StatusResolver): number {
  const byName = names.findIndex((name) => STATUS_HEADER.test(plain(name)));
  if (byName >= 0) return byName;
  return names.findIndex((_, column) => {
    const values = valuesIn(samples, column);
    return values.length > 0 && values.filter((value) => resolver.resolve(value).status !== null).length * 2 > values.length;
  });
}

function valuesIn(samples: readonly (readonly string[])[], column: number): string[] {
  return samples.map((sample) => sample[column]?.trim() ?? '').filter((value) => value !== '');
}

function keyOfId(value: string): MatchKey | undefined {
  return SALESFORCE_ID.test(value) ? KEY_PREFIXES.find(([prefix]) => value.startsWith(prefix))?.[1] : undefined;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

/** The mapping that was used for a file with these columns before. */
export function rememberedMapping(names: readonly string[]): Mapping | undefined {
  return readRemembered().find(([signature]) => signature === signatureOf(names))?.[1];
}

export function rememberMapping(names: readonly string[], mapping: Mapping): void {
  const others = readRemembered().filter(([signature]) => signature !== signatureOf(names));
  try {
    window.localStorage.setItem(STORAGE_KEY, JSON.stringify([[signatureOf(names), mapping], ...others].slice(0, REMEMBERED_FILES)));
  } catch {
    // Storage is full or not allowed: the columns are guessed again next time.
  }
}

function signatureOf(names: readonly string[]): string {
  return names.map((name) => name.toLowerCase()).join('\u001F');
}

function readRemembered(): (readonly [string, Mapping])[] {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(STORAGE_KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isRemembered) : [];
  } catch {
    // Stored by something else, or storage is not allowed.
    return [];
  }
}

function isRemembered(entry: unknown): entry is readonly [string, Mapping] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false;
  const mapping = entry[1] as Partial<Mapping> | null;
  return typeof mapping?.keyColumn === 'number' && typeof mapping.statusColumn === 'number' && typeof mapping.matchBy === 'string';
}
