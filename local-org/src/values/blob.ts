import { ApexObject } from './object.js';
import { Types, type ApexType } from './apexType.js';

/** Bytes. */
export class ApexBlob extends ApexObject {
  constructor(readonly bytes: Uint8Array) {
    super();
  }

  get apexType(): ApexType {
    return Types.primitive('Blob');
  }

  /**
   * The body of a request that was made in Apex and never filled: a Blob, but its text is null (apex-recipes tests, which pass in orgs:
   * parsing that text as JSON says 'Argument cannot be null.').
   */
  static readonly unset = new ApexBlob(new Uint8Array());

  static ofText(text: string): ApexBlob {
    return new ApexBlob(new TextEncoder().encode(text));
  }

  /** The debug log shows the size, not the content. */
  override toString(): string {
    return `Blob[${this.bytes.length}]`;
  }
}
