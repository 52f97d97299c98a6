import type { ObjectInfo } from '../schema/model.js';
import { Types, type ApexType } from './apexType.js';

/** A row of an aggregate query has no object of its own. */
export const AGGREGATE_RESULT = 'AggregateResult';

/**
 * A record in memory. Values are keyed by canonical names: fields by API name (`Status`), parents by relationship name (an SObject),
 * children by child relationship name (an ApexList). What was never set and not queried is absent from `values`.
 */
export class SObject {
  readonly values = new Map<string, unknown>();
  /** Came from a query: reading a field that is absent throws instead of answering null. */
  queried = false;
  /** addError on the record or on a field, collected by DML in a trigger. */
  errors: { readonly field: string | null; readonly message: string }[] | null = null;
  /** What SObject.setOptions gave it, for the statements that save it. */
  saveOptions: { readonly truncateText: boolean } | null = null;
  /** Records of an after trigger and of Trigger.old can't be written. */
  readOnly = false;

  constructor(
    /** null for AggregateResult. */
    readonly info: ObjectInfo | null
  ) {}

  get typeName(): string {
    return this.info?.name ?? AGGREGATE_RESULT;
  }

  get apexType(): ApexType {
    return Types.sobject(this.typeName);
  }

  get id(): string | null {
    return (this.values.get('Id') as string | null | undefined) ?? null;
  }
}
