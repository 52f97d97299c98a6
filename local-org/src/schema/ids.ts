import { idSuffix } from '../values/id.js';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** FNV-1a, 32 bits: stable over runs and machines. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}

function base62(value: number, digits: number): string {
  let text = '';
  for (let rest = value; text.length < digits; rest = Math.floor(rest / 62)) text = BASE62[rest % 62] + text;
  return text;
}

/**
 * An 18-character id made of a key prefix and a name, the same each time the org is created. The middle is zero as in a young org; a name has
 * 62^8 places, so two of one object do not meet in practice.
 */
export function idOf(keyPrefix: string, name: string): string {
  const key = name.toLowerCase();
  const id = `${keyPrefix}0000${base62(hash(key), 4)}${base62(hash(`${key}/`), 4)}`;
  return id + idSuffix(id);
}

/** The id of the master record type, the same for every object in every org. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

/** Gives key prefixes by name, so that an object keeps its prefix (and its records their ids) when others are added. */
export class PrefixAllocator {
  private readonly used = new Set<string>();

  reserve(prefix: string): void {
    this.used.add(prefix);
  }

  allocate(first: string, name: string): string {
    for (let attempt = hash(name.toLowerCase()) % 3844, tries = 0; tries < 3844; attempt = (attempt + 1) % 3844, tries++) {
      const prefix = first + base62(attempt, 2);
      if (!this.used.has(prefix)) {
        this.used.add(prefix);
        return prefix;
      }
    }
    throw new Error(`No key prefix is left for ${name}.`);
  }
}
