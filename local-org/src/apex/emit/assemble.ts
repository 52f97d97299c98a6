import { Script as VmScript } from 'node:vm';
import type { ApexObject } from '../../values/index.js';
import { registerScript } from './positions.js';
import { runtime } from './runtime/index.js';
import type { Script } from './script.js';
import type { LineOrigin } from './writer.js';

/** The JavaScript class of an Apex class. */
export type CompiledClass = (new () => ApexObject) & Record<string, unknown>;

/** What evaluating a script gives. */
export interface Assembled {
  readonly name: string;
  readonly source: string;
  readonly executable: readonly number[];
  readonly hits: Uint32Array;
  /** Fills in the classes that the script uses. */
  readonly link: (classes: Readonly<Record<string, unknown>>) => void;
  readonly classes: Readonly<Record<string, (base: unknown) => CompiledClass>>;
  readonly run: (() => void) | null;
}

type Evaluated = Pick<Assembled, 'link' | 'classes' | 'run'>;
type Factory = (helpers: unknown, constants: readonly unknown[], hits: Uint32Array) => Evaluated;

/** Puts the head on a script whose body is written, and evaluates it. */
export function assemble(script: Script, prefix: string): Assembled {
  const { name, file } = script.options;
  const classes = [...script.classes.keys()];
  const head = [
    `// ${file}`,
    '(($, $use, $hits) => {',
    ...(script.helpers.size > 0 ? [`const { ${[...script.helpers].map((each) => `${each}: $${each}`).join(', ')} } = $;`] : []),
    ...(script.constants.length > 0 ? [`const [${script.constants.map((each) => each.name).join(', ')}] = $use;`] : []),
    ...(classes.length > 0 ? [`let ${classes.join(', ')};`] : []),
    'return {',
    `link($classes) {${classes.length > 0 ? ` ({ ${classes.join(', ')} } = $classes); ` : ''}},`
  ];
  const lines = [...head, ...script.out.lines, '};', '})'];
  const source = lines.join('\n');
  const filename = `${prefix}${name}`;
  const origins: (LineOrigin | null)[] = [...head.map(() => null), ...script.out.origins];
  registerScript(filename, file, origins);
  const factory = new VmScript(source, { filename }).runInThisContext() as Factory;
  const hits = new Uint32Array(script.out.executable.length);
  const evaluated = factory(
    runtime,
    script.constants.map((each) => each.value),
    hits
  );
  return { name, source, executable: script.out.executable, hits, ...evaluated };
}
