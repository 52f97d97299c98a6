export type StoreErrorCode = 'CORRUPT' | 'NEWER' | 'LOCKED' | 'UNAVAILABLE';

/** The org's database can't be opened or went bad; the message is one line that says what to do. */
export class StoreError extends Error {
  constructor(
    readonly code: StoreErrorCode,
    message: string
  ) {
    super(message);
    this.name = 'StoreError';
  }
}

/** Turns what SQLite says of a damaged file into a StoreError; answers anything else as it is. */
export function storeError(path: string, error: unknown): unknown {
  const text = error instanceof Error ? error.message : String(error);
  if (/malformed|not a database|disk image|file is encrypted/i.test(text)) {
    return new StoreError('CORRUPT', `The org's database ${path} is damaged (${text}). Start again with --fresh to make a new one.`);
  }
  if (/unable to open database|readonly database|disk I\/O error|database or disk is full/i.test(text)) {
    return new StoreError('UNAVAILABLE', `The org's database ${path} can't be used: ${text}.`);
  }
  return error;
}
