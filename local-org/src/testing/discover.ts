import type { ApexType, MethodInfo, TypeInfo } from '../values/apexType.js';
import type { Program } from '../org/contracts.js';

export interface TestClass {
  readonly type: ApexType;
  readonly name: string;
  readonly setups: readonly MethodInfo[];
  readonly methods: readonly MethodInfo[];
}

/** The @IsTest classes of a program and their test methods, in the order of the source; `selection` holds `Class` or `Class.method`. */
export function discoverTests(program: Program, selection: readonly string[] = []): TestClass[] {
  const wanted = selection.map((name) => name.toLowerCase());
  const classes: TestClass[] = [];
  for (const type of program.classes()) {
    const info = type.info!;
    const methods = info.methods.filter((method) => isTest(method) && selected(wanted, info, method));
    if (methods.length) classes.push({ type, name: info.name, setups: info.methods.filter((method) => has(method, 'testsetup')), methods });
  }
  return classes.sort((a, b) => a.name.localeCompare(b.name));
}

/** Names of the selection that match nothing: a misspelt test must not pass by not running. */
export function unmatched(program: Program, selection: readonly string[]): string[] {
  return selection.filter((name) => discoverTests(program, [name]).length === 0);
}

function isTest(method: MethodInfo): boolean {
  return method.owner.builtin === false && method.isStatic && (has(method, 'istest') || method.modifiers.has('testmethod'));
}

function has(method: MethodInfo, annotation: string): boolean {
  return method.annotations.has(annotation);
}

function selected(wanted: readonly string[], info: TypeInfo, method: MethodInfo): boolean {
  if (wanted.length === 0) return true;
  return wanted.includes(info.name.toLowerCase()) || wanted.includes(`${info.name}.${method.name}`.toLowerCase());
}
