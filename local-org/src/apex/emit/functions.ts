import { Types, type ApexType } from '../../values/apexType.js';
import type { Block, Position } from '../syntax/index.js';
import type { ParameterInfo } from '../types/symbols.js';
import { Fn, type FunctionOptions } from './function.js';
import { Nullability } from './nullability.js';
import type { Script } from './script.js';
import { statements } from './statements.js';

export interface FunctionText {
  /** What stack traces call it. */
  readonly label: string;
  /** `static bar$String`; the parameters follow. */
  readonly head: string;
  readonly parameters: readonly ParameterInfo[];
  readonly position: Position;
  readonly body: Block | null;
  /** The sharing that the class puts in force; null: leaves what is. */
  readonly sharing: 'with' | 'without' | null;
  /** Lines before the body. */
  readonly prologue?: (fn: Fn) => void;
  readonly epilogue?: string;
  /** Statements of the body to leave out: the constructor call that the prologue has written. */
  readonly skip?: number;
  readonly ticks?: boolean;
}

/** Writes one JavaScript function: parameters, governor tick, body, temporaries, sharing. */
export function writeFunction(script: Script, options: FunctionOptions, text: FunctionText): void {
  const { out } = script;
  const nullability = text.body ? Nullability.of(text.body) : undefined;
  const fn = new Fn(script, { ...options, nullability });
  out.setLabel(text.label);
  const names = text.parameters.map((each) => fn.declare(text.position, each.name, each.type).js);
  out.open(`${text.head}(${names.join(', ')}) {`, text.position);
  const mark = out.mark;
  if (text.ticks !== false) out.line(`${script.helper('tick')}();`);
  text.prologue?.(fn);
  const completes = text.body ? statements(fn, text.body.statements.slice(text.skip ?? 0)) : true;
  if (completes && text.body && needsReturn(options.returnType)) {
    fn.report(text.position, `Missing return statement required return type: ${options.returnType!.name}`);
  }
  if (completes && text.epilogue) out.line(text.epilogue);
  if (text.sharing !== null && fn.usesSharing) {
    out.enclose(
      mark,
      [`const $before = ${script.helper('enter')}('${text.sharing}');`, 'try {'],
      ['} finally {', `  ${script.helper('leave')}($before);`, '}']
    );
  }
  if (fn.temporaryNames.length > 0) out.insertAt(mark, `let ${fn.temporaryNames.join(', ')};`);
  out.close();
}

function needsReturn(type: ApexType | null): boolean {
  return type !== null && type !== Types.void;
}
