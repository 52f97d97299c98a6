import { toId } from '../values/index.js';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Ids made up in tests start with zeros after the prefix; this part keeps real ones apart from them. */
const INSTANCE = 'Lo0';

/** The id of the `counter`-th record under a key prefix. Ids of one prefix sort (binary) in the order they were made. */
export function makeId(keyPrefix: string, counter: number): string {
  let digits = '';
  for (let rest = counter; rest > 0; rest = Math.floor(rest / 62)) digits = DIGITS[rest % 62] + digits;
  return toId(keyPrefix + INSTANCE + digits.padStart(9, '0'));
}

interface Block {
  next: number;
  end: number;
  /** Whether the database knows that this block is taken. */
  reserved: boolean;
}

const BLOCK_SIZE = 1000;

/** Hands out ids; the database only hears of whole blocks, so that making an id costs no statement. */
export class IdSource {
  private readonly blocks = new Map<string, Block>();

  constructor(
    private readonly read: (keyPrefix: string) => number,
    private readonly write: (keyPrefix: string, next: number) => void
  ) {}

  next(keyPrefix: string): string {
    let block = this.blocks.get(keyPrefix);
    if (!block) {
      const start = this.read(keyPrefix);
      this.blocks.set(keyPrefix, (block = { next: start, end: start, reserved: true }));
    }
    if (block.next === block.end) {
      block.end += BLOCK_SIZE;
      block.reserved = false;
    }
    if (!block.reserved) {
      this.write(keyPrefix, block.end);
      block.reserved = true;
    }
    return makeId(keyPrefix, block.next++);
  }

  /** A rollback may have undone a reservation: write each again before its next id. */
  rolledBack(): void {
    for (const block of this.blocks.values()) block.reserved = false;
  }
}
