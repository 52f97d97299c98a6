import { setStackResolver, type StackPosition } from '../../values/index.js';
import type { LineOrigin } from './writer.js';

interface ScriptLines {
  readonly file: string;
  readonly origins: readonly (LineOrigin | null)[];
}

/** Emitted lines of every script, so that JavaScript stacks can be read as Apex ones. */
const scripts = new Map<string, ScriptLines>();

let nextProgram = 1;

/** A prefix for the script names of one program: programs may have classes of the same name. */
export function programPrefix(): string {
  return `apex:${nextProgram++}/`;
}

export function registerScript(name: string, file: string, origins: readonly (LineOrigin | null)[]): void {
  scripts.set(name, { file, origins });
}

const FRAME = /(apex:\d+\/[^\s:()]+):(\d+):\d+/g;

/** Apex positions of a JavaScript stack, innermost first; frames of the runtime are left out. */
export function apexStack(stack: string): StackPosition[] {
  const positions: StackPosition[] = [];
  for (const [, script, line] of stack.matchAll(FRAME)) {
    const lines = scripts.get(script);
    const origin = lines?.origins[Number(line) - 1];
    // The platform's traces say column 1 wherever the statement begins.
    if (origin) positions.push({ label: origin.label, line: origin.line, column: 1, source: { file: lines.file, column: origin.column } });
  }
  return positions;
}

setStackResolver(apexStack);
