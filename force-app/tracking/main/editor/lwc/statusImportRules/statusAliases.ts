import { withoutNeutralising } from 'c/csvText';

/** What a text in the file stands for. */
export interface ResolvedStatus {
  /** A status of the campaign; null where it is none, or its lines are to be left out. */
  readonly status: string | null;
  /** How that is known: it is spelt so, the user said so, the org's aliases say so, or only its case and spaces differ. */
  readonly by: 'exact' | 'user' | 'org' | 'spelling' | null;
}

/** What the user said of texts; null: the lines are left out. */
export type OwnAliases = Readonly<Record<string, string | null>>;

const STORAGE_KEY = 'campaignStatusImport.aliases.';

/** Finds the status that a text stands for: by aliases, never by similarity. */
export class StatusResolver {
  private readonly exact: ReadonlySet<string>;
  private readonly own = new Map<string, string | null>();
  private readonly org = new Map<string, string>();
  private readonly spelling = new Map<string, string | null>();

  constructor(
    statuses: readonly string[],
    orgAliases: readonly { readonly alias?: string | null; readonly status?: string | null }[],
    own: OwnAliases
  ) {
    this.exact = new Set(statuses);
    for (const status of statuses) {
      // Two statuses that differ only in this way can't be told apart by it.
      this.spelling.set(loose(status), this.spelling.has(loose(status)) ? null : status);
    }
    for (const { alias, status } of orgAliases) if (alias && status) this.org.set(loose(alias), status);
    for (const [alias, status] of Object.entries(own)) {
      if (status === null || this.exact.has(status)) this.own.set(alias, status);
    }
  }

  resolve(text: string): ResolvedStatus {
    const said = this.own.get(text);
    if (said !== undefined) return { status: said, by: 'user' };
    if (this.exact.has(text)) return { status: text, by: 'exact' };
    const key = loose(withoutNeutralising(text.trim()));
    const ofOrg = this.org.get(key);
    if (ofOrg !== undefined) return { status: ofOrg, by: 'org' };
    const spelt = this.spelling.get(key) ?? null;
    return { status: spelt, by: spelt === null ? null : 'spelling' };
  }
}

/** What the user has said of texts in files for one campaign. */
export function readAliases(campaignId: string): OwnAliases {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(STORAGE_KEY + campaignId) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).filter(([, status]) => status === null || typeof status === 'string'));
  } catch {
    // Stored by something else, or storage is not allowed: nothing is remembered.
    return {};
  }
}

/** Keeps what a text stands for; undefined forgets it. Gives back all that is known now. */
export function writeAlias(campaignId: string, known: OwnAliases, text: string, status: string | null | undefined): OwnAliases {
  const { [text]: _, ...others } = known;
  const aliases = status === undefined ? others : { ...others, [text]: status };
  try {
    window.localStorage.setItem(STORAGE_KEY + campaignId, JSON.stringify(aliases));
  } catch {
    // It holds for this import, then.
  }
  return aliases;
}

function loose(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
