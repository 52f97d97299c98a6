import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { SourceUnit } from './ast.js';
import { parseUnit, type SourceOptions } from './parse.js';

/** Trees of earlier states of the sources are kept, up to so many: switching between branches parses nothing. */
const KEPT = 4000;

/**
 * Syntax trees on disk: parsing is most of what compiling a project takes. A tree follows from the source and from the code that parses it, and
 * both are in its key, so there is nothing that could be stale. What can't be read is parsed, and what can't be written is parsed again.
 */
export class SyntaxCache {
  /** @param directory which holds nothing else */
  constructor(private readonly directory: string) {}

  /** As `parseUnit`. A source with mistakes is not kept. */
  unit(source: string, options: SourceOptions): SourceUnit {
    const { file, apiVersion } = options;
    // A trigger's file is parsed by another rule than a class's; the rest of the path is not part of the tree.
    const kind = /\.trigger$/i.test(file) ? 'trigger' : 'class';
    const entry = path.join(this.directory, createHash('sha256').update(`${parserFingerprint()} ${kind} ${source}`).digest('hex'));
    const known = read(entry);
    if (known) return { file, apiVersion, declaration: known };
    const unit = parseUnit(source, options);
    this.keep(entry, unit.declaration);
    return unit;
  }

  /** Written beside and moved into its place, so that another process never reads half of it. */
  private keep(entry: string, declaration: SourceUnit['declaration']): void {
    const working = `${entry}.${process.pid}`;
    try {
      mkdirSync(this.directory, { recursive: true });
      writeFileSync(working, serialize(declaration));
      renameSync(working, entry);
      this.prune();
    } catch {
      // A disk that is full or read-only costs time, not more.
      if (existsSync(working)) rmSync(working);
    }
  }

  private prune(): void {
    const entries = readdirSync(this.directory);
    if (entries.length <= KEPT) return;
    const aged = entries.map((name) => ({
      file: path.join(this.directory, name),
      time: statSync(path.join(this.directory, name)).mtimeMs
    }));
    for (const { file } of aged.sort((a, b) => a.time - b.time).slice(0, KEPT / 2)) rmSync(file, { force: true });
  }
}

/** Beside the packages: `npm ci` clears it, and git knows nothing of it. */
export const syntaxCache = new SyntaxCache(path.join(import.meta.dirname, '../../../node_modules/.cache/syntax'));

function read(entry: string): SourceUnit['declaration'] | null {
  try {
    return deserialize(readFileSync(entry)) as SourceUnit['declaration'];
  } catch {
    return null;
  }
}

let fingerprint: string | null = null;

/** Of the code that makes a tree of a source: this folder and the grammar's package; and of the format that entries are written in. */
function parserFingerprint(): string {
  if (fingerprint) return fingerprint;
  const hash = createHash('sha256').update(process.versions.v8);
  const grammar = createRequire(import.meta.url).resolve('@apexdevtools/apex-parser');
  hash.update(readFileSync(path.join(path.dirname(grammar), '../../package.json')));
  for (const name of readdirSync(import.meta.dirname).sort()) hash.update(readFileSync(path.join(import.meta.dirname, name)));
  return (fingerprint = hash.digest('hex'));
}
