import type { LineReader } from './lineReader';
import type { Mapping } from './mapping';
import type { StatusResolver } from './statusAliases';
import type { Judgement } from './judgement';
import type { LineFacts } from './lineFacts';

/** A file whose lines have been checked. */
export interface CheckedImport {
  readonly campaignId: string;
  /** The names of the columns, without the one that an import added. */
  readonly names: readonly string[];
  readonly mapping: Mapping;
  readonly reader: LineReader;
  readonly facts: LineFacts;
  readonly judgement: Judgement;
  readonly resolver: StatusResolver;
}
