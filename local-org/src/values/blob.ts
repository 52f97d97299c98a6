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

  static ofText(text: string): ApexBlob {
    return new ApexBlob(new TextEncoder().encode(text));
  }

  /** The debug log shows the size, not the content. */
  override toString(): string {
    return `Blob[${this.bytes.length}]`;
  }
}
