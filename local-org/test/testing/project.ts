import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../src/cli/main.js';
import { openOrg, type LocalOrg } from '../../src/org/index.js';

const CLASS_META = `<?xml version="1.0" encoding="UTF-8"?>
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>`;
const TRIGGER_META = CLASS_META.replaceAll('ApexClass', 'ApexTrigger');

/** A tiny SFDX project in a folder of its own. Apex sources are given as text; their file names follow from what they declare. */
export class TinyProject {
  readonly directory = mkdtempSync(join(tmpdir(), 'local-org-'));
  readonly lines: string[] = [];
  readonly errors: string[] = [];

  constructor(apex: readonly string[] = [], files: Readonly<Record<string, string>> = {}) {
    this.write(
      'sfdx-project.json',
      JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '67.0' })
    );
    this.write('force-app/main/default/labels/.keep', '');
    for (const source of apex) this.addApex(source);
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  addApex(source: string): void {
    const trigger = /\btrigger\s+(\w+)\s+on\b/i.exec(source);
    const path = trigger ? `triggers/${trigger[1]}.trigger` : `classes/${/\b(?:class|interface|enum)\s+(\w+)/i.exec(source)![1]}.cls`;
    this.write(`force-app/main/default/${path}`, source);
    this.write(`force-app/main/default/${path}-meta.xml`, trigger ? TRIGGER_META : CLASS_META);
  }

  write(path: string, text: string): string {
    const file = join(this.directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  /** Runs a command of the command line in the project's folder; what it says is in `lines` and `errors`. */
  async run(...args: string[]): Promise<number> {
    this.lines.length = 0;
    this.errors.length = 0;
    return main(args, {
      directory: this.directory,
      out: (line) => void this.lines.push(line),
      error: (line) => void this.errors.push(line)
    });
  }

  open(clock?: { now(): number }): LocalOrg {
    return openOrg({ project: this.directory, database: ':memory:', ...(clock && { clock }) });
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
