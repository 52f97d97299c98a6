import columnNumber from '@salesforce/label/c.Import_Column_Number';
import {
  columnNames,
  guessMapping,
  isOwnFile,
  LineFacts,
  LineReader,
  looksLikeHeader,
  readAliases,
  rememberedMapping,
  StatusResolver,
  withoutErrorColumn,
  type Mapping
} from 'c/statusImportRules';
import type { ImportTable } from 'c/statusImportFile';
import { fillIn } from 'c/textFormat';

const SAMPLES = 3;
/** Enough to tell what a column holds. */
const LOOKED_AT = 50;

/** What the user has said of a file so far: which columns are what. A class, so that it goes from component to component as it is. */
export class ImportDraft {
  readonly hasHeader: boolean;
  /** The columns, without the one that an import added. */
  readonly names: readonly string[];
  readonly samples: readonly (readonly string[])[];
  readonly mapping: Mapping;
  readonly reader: LineReader;
  /** What the check finds out; of no use any more where the mapping changes. */
  readonly facts: LineFacts;
  private readonly make: (hasHeader: boolean, mapping?: Mapping) => ImportDraft;

  private constructor(
    table: ImportTable,
    hasHeader: boolean,
    errorColumn: string,
    chooseMapping: (draft: Columns) => Mapping,
    make: ImportDraft['make']
  ) {
    const header = hasHeader ? table.row(0) : null;
    const all = columnNames(header, table.rows(0, LOOKED_AT), (place) => fillIn(columnNumber, place));
    this.hasHeader = hasHeader;
    this.names = withoutErrorColumn(all, errorColumn, all);
    this.reader = new LineReader(table, hasHeader, isOwnFile(all, errorColumn));
    const lookedAt = this.reader.fields(0, LOOKED_AT);
    this.samples = lookedAt.slice(0, SAMPLES);
    this.mapping = chooseMapping({ names: this.names, lookedAt });
    this.facts = new LineFacts(this.reader.count);
    this.make = make;
  }

  static of(table: ImportTable, setup: Apex.StatusImportSetup, errorColumn: string, campaignId: string): ImportDraft {
    const make = (hasHeader: boolean, mapping?: Mapping): ImportDraft =>
      new ImportDraft(table, hasHeader, errorColumn, (columns) => mapping ?? choose(columns, setup, campaignId), make);
    return make(table.size > 0 && looksLikeHeader(table.row(0)));
  }

  get isComplete(): boolean {
    const { keyColumn, statusColumn, fixedStatus } = this.mapping;
    const hasStatus = fixedStatus === null ? statusColumn >= 0 && statusColumn !== keyColumn : fixedStatus !== '';
    return this.reader.count > 0 && keyColumn >= 0 && hasStatus;
  }

  withHeader(hasHeader: boolean): ImportDraft {
    return this.make(hasHeader);
  }

  withMapping(mapping: Mapping): ImportDraft {
    return this.make(this.hasHeader, mapping);
  }
}

interface Columns {
  readonly names: readonly string[];
  readonly lookedAt: readonly (readonly string[])[];
}

/** As the same columns were used before, or by what they seem to be. */
function choose({ names, lookedAt }: Columns, setup: Apex.StatusImportSetup, campaignId: string): Mapping {
  const keys = setup.keys ?? [];
  const statuses = setup.statuses ?? [];
  const remembered = rememberedMapping(names);
  if (remembered && keys.includes(remembered.matchBy) && isOffered(remembered, setup)) return remembered;
  const resolver = new StatusResolver(statuses, setup.aliases ?? [], readAliases(campaignId));
  return guessMapping(names, lookedAt, { keys, resolver });
}

function isOffered({ externalField, fixedStatus }: Mapping, setup: Apex.StatusImportSetup): boolean {
  const isKnownField = externalField === null || (setup.externalFields ?? []).some(({ name }) => name === externalField);
  return isKnownField && (fixedStatus === null || (setup.statuses ?? []).includes(fixedStatus));
}
