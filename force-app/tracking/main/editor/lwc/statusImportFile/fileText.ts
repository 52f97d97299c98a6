/** More would not fit beside everything else that a browser tab holds. */
export const MAXIMUM_BYTES = 100 * 1024 * 1024;
/** Why a file was refused. */
export const EMPTY = 'empty';
export const TOO_LARGE = 'tooLarge';

/** Small enough to be decoded without being noticed. */
const PIECE = 1024 * 1024;
const BYTE_ORDER_MARK = '\uFEFF';

export interface DecodedFile {
  readonly text: string;
  /** As the browser names it: utf-8, utf-16le, utf-16be or windows-1252. */
  readonly encoding: string;
}

/**
 * The text of a file. Without a byte order mark it is UTF-16 where every other byte is zero, else UTF-8 where all of it is valid UTF-8, else
 * Windows-1252, in which Excel writes a CSV file where it isn't told otherwise. Throws EMPTY or TOO_LARGE.
 */
export async function decodeFile(file: Blob, isCancelled: () => boolean = () => false): Promise<DecodedFile> {
  if (file.size === 0) throw new Error(EMPTY);
  if (file.size > MAXIMUM_BYTES) throw new Error(TOO_LARGE);
  const encoding = detectEncoding(new Uint8Array(await file.slice(0, 4096).arrayBuffer()));
  try {
    return { text: await decodeAs(file, encoding, isCancelled), encoding };
  } catch (error) {
    // What a decoder answers to bytes that its encoding does not have. By its name, because it may be another window's TypeError.
    if (encoding !== 'utf-8' || (error as Error).name !== 'TypeError') throw error;
    return { text: await decodeAs(file, 'windows-1252', isCancelled), encoding: 'windows-1252' };
  }
}

/** One kind of line end, no byte order mark: so that records are found whichever system, or mixture of systems, wrote the file. */
export function tidyText(text: string): string {
  const withoutMark = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  return withoutMark.includes('\r') ? withoutMark.replace(/\r\n?/g, '\n') : withoutMark;
}

function detectEncoding(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]!++;
  });
  const [even = 0, odd = 0] = zeros;
  // In what Western languages write, the upper byte of nearly every character is zero.
  if (odd > start.length / 4 && odd > even * 4) return 'utf-16le';
  if (even > start.length / 4 && even > odd * 4) return 'utf-16be';
  return 'utf-8';
}

async function decodeAs(file: Blob, encoding: string, isCancelled: () => boolean): Promise<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  const pieces: string[] = [];
  let carriageReturn = '';
  for (let from = 0; from < file.size && !isCancelled(); from += PIECE) {
    // Each piece is read when its turn comes, which also gives the page time to react.
    // eslint-disable-next-line no-await-in-loop
    const bytes = await file.slice(from, from + PIECE).arrayBuffer();
    const decoded = carriageReturn + decoder.decode(bytes, { stream: from + PIECE < file.size });
    // A line end of two characters may lie across two pieces.
    carriageReturn = decoded.endsWith('\r') ? '\r' : '';
    pieces.push(tidyText(carriageReturn === '' ? decoded : decoded.slice(0, -1)));
  }
  if (carriageReturn !== '') pieces.push('\n');
  return pieces.join('');
}
