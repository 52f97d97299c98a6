import { Types } from '../../values/apexType.js';
import type { Block, ConstructorDeclaration, Expression, MethodCall } from '../syntax/index.js';
import { isException } from '../types/declarations.js';
import { aliases } from '../types/hierarchy.js';
import { viewOf } from '../types/members.js';
import { chooseOverload } from '../types/overloads.js';
import type { ClassSymbol, ConstructorSymbol, MethodSymbol, VariableSymbol } from '../types/symbols.js';
import { isClassSymbol } from '../types/world.js';
import { argumentsOf, argumentTypes, convertArguments } from './calls.js';
import { Prec, wrap } from './code.js';
import { valueAs } from './expressions.js';
import type { Fn, FunctionOptions } from './function.js';
import { writeFunction } from './functions.js';
import type { Script } from './script.js';
import { statedSharing } from './sharing.js';
import { statement } from './statements.js';

/** Writes a class and those inside it as factories that take their superclass: the order of definition is the linker's. */
export function writeClasses(script: Script, symbol: ClassSymbol): void {
  if (symbol.kind === 'class') writeClass(script, symbol);
  for (const inner of symbol.inner.values()) writeClasses(script, inner);
}

function writeClass(script: Script, symbol: ClassSymbol): void {
  const { out } = script;
  out.open(`${symbol.jsName}: ($Base) => class ${symbol.jsName} extends $Base {`);
  if (symbol.outer === null) writeStatics(script, symbol);
  writeJsConstructor(script, symbol);
  writeFieldInitializers(script, symbol);
  for (const constructor of symbol.constructors) writeConstructor(script, symbol, constructor);
  for (const variable of symbol.variables) if (variable.computed) writeAccessors(script, symbol, variable);
  for (const method of symbol.methods) if (method.declaration.body) writeMethod(script, symbol, method);
  for (const alias of aliases(script.world, symbol)) {
    const names = Array.from({ length: alias.arity }, (_, index) => `a${index}`).join(', ');
    out.open(`${alias.name}(${names}) {`);
    out.line(`return ${alias.isStatic ? symbol.jsName : 'this'}.${alias.target}(${names});`);
    out.close();
  }
  out.close('},');
}

// ------------------------------------------------------------------------------------------------ statics

type Initializer = { readonly variable: VariableSymbol; readonly value: Expression } | { readonly body: Block };

/** Field initializers and initializer blocks in the order of the source. */
function initializersOf(symbol: ClassSymbol, isStatic: boolean): Initializer[] {
  const { declaration } = symbol;
  if (declaration.kind !== 'class') return [];
  const found: Initializer[] = [];
  for (const member of declaration.members) {
    if (member.kind === 'initializer' && member.isStatic === isStatic) found.push({ body: member.body });
    if (member.kind !== 'field') continue;
    for (const declarator of member.declarators) {
      const variable = symbol.variables.find((each) => each.source.declarator === declarator);
      if (variable && variable.isStatic === isStatic && declarator.initializer) found.push({ variable, value: declarator.initializer });
    }
  }
  return found;
}

function writeStatics(script: Script, symbol: ClassSymbol): void {
  const variables = symbol.variables.filter((each) => each.isStatic);
  const initializers = initializersOf(symbol, true);
  if (variables.length === 0 && initializers.length === 0) return;
  const { out } = script;
  const state = variables.map((each) => `${each.storage}: null`).join(', ');
  const initialize = initializers.length > 0 ? `${symbol.jsName}.$initialize()` : '{}';
  out.line(`static $s = ${script.helper('statics')}('${symbol.name}', () => ({ ${state} }), () => ${initialize});`);
  if (initializers.length === 0) return;
  writeFunction(
    script,
    { owner: symbol, isStatic: true, returnType: null },
    {
      label: `Class.${symbol.name}.<clinit>`,
      head: 'static $initialize',
      parameters: [],
      position: symbol.declaration.position,
      body: null,
      sharing: statedSharing(symbol),
      ticks: false,
      prologue: (fn) => writeInitializers(fn, initializers, `${script.class(symbol)}.$s()`)
    }
  );
}

function writeInitializers(fn: Fn, initializers: readonly Initializer[], holder: string): void {
  const { out } = fn.script;
  for (const each of initializers) {
    if ('body' in each) {
      statement(fn, each.body);
      continue;
    }
    const { variable } = each;
    const value = valueAs(fn, each.value, variable.type);
    out.line(`${out.covered(variable.position)}${holder}.${variable.storage} = ${wrap(value, Prec.assign)};`, variable.position);
  }
}

/** Whether using the class must run its static initialization: it may have effects that others see. */
function initializesOnUse(symbol: ClassSymbol): boolean {
  return initializersOf(symbol, true).some((each) => 'body' in each || each.value.kind !== 'literal');
}

function touchStatics(script: Script, symbol: ClassSymbol): void {
  if (symbol.outer === null && initializesOnUse(symbol)) script.out.line(`${script.class(symbol)}.$s();`);
}

// ----------------------------------------------------------------------------------------------- instances

function instanceVariables(symbol: ClassSymbol): VariableSymbol[] {
  return symbol.variables.filter((each) => !each.isStatic);
}

/** All fields exist from the start, in the order of declaration. */
function writeJsConstructor(script: Script, symbol: ClassSymbol): void {
  const { out } = script;
  const variables = instanceVariables(symbol).filter((each) => !each.modifiers.has('abstract') || !each.computed);
  if (variables.length === 0) return;
  out.open('constructor() {');
  out.line('super();');
  for (const each of variables) out.line(`this.${each.storage} = null;`);
  out.close();
}

function fieldsMethod(symbol: ClassSymbol): string {
  return `$fields$${symbol.jsName}`;
}

function writeFieldInitializers(script: Script, symbol: ClassSymbol): void {
  const initializers = initializersOf(symbol, false);
  if (initializers.length === 0) return;
  writeFunction(
    script,
    { owner: symbol, isStatic: false, returnType: null },
    {
      label: `Class.${symbol.name}.<init>`,
      head: fieldsMethod(symbol),
      parameters: [],
      position: symbol.declaration.position,
      body: null,
      sharing: null,
      ticks: false,
      prologue: (fn) => writeInitializers(fn, initializers, 'this')
    }
  );
}

// --------------------------------------------------------------------------------------------- constructors

function writeConstructor(script: Script, symbol: ClassSymbol, constructor: ConstructorSymbol): void {
  const { declaration } = constructor;
  const explicit = declaration ? explicitCall(declaration) : null;
  writeFunction(
    script,
    { owner: symbol, isStatic: false, returnType: null, isConstructor: true },
    {
      label: `Class.${symbol.name}.<init>`,
      head: constructor.jsName,
      parameters: constructor.parameters,
      position: declaration?.position ?? symbol.declaration.position,
      body: declaration?.body ?? null,
      sharing: statedSharing(symbol),
      skip: explicit ? 1 : 0,
      ticks: declaration !== null,
      prologue: (fn) => {
        touchStatics(script, symbol);
        writeChaining(fn, symbol, constructor, explicit);
      },
      epilogue: 'return this;'
    }
  );
}

/** `this(…)` or `super(…)` at the start of a constructor. */
function explicitCall({ body }: ConstructorDeclaration): MethodCall | null {
  const [first] = body.statements;
  if (first?.kind !== 'expression' || first.expression.kind !== 'call' || first.expression.target !== null) return null;
  return first.expression.name === 'this' || first.expression.name === 'super' ? first.expression : null;
}

function writeChaining(fn: Fn, symbol: ClassSymbol, constructor: ConstructorSymbol, explicit: MethodCall | null): void {
  const { out } = fn.script;
  if (explicit?.name === 'this') {
    const target = chosenConstructor(fn, symbol, explicit);
    // Not through `this`: a subclass may have a constructor of the same signature.
    if (target) out.line(`${symbol.jsName}.prototype.${[`${target.name}.call(this`, ...target.args].join(', ')});`, explicit.position);
    return;
  }
  const superclass = symbol.superclass?.info;
  if (isClassSymbol(superclass)) {
    const target = superConstructor(fn, superclass, constructor, explicit);
    if (target) out.line(`super.${target.name}(${target.args.join(', ')});`, explicit?.position ?? null);
  } else if (isException(fn.world, symbol.type)) {
    initializeException(fn, constructor, explicit);
  } else if (explicit && explicit.arguments.length > 0) {
    fn.report(explicit.position, `Constructor not defined: [${symbol.superclass?.name ?? 'Object'}].<Constructor>`);
  }
  if (initializersOf(symbol, false).length > 0) out.line(`this.${fieldsMethod(symbol)}();`);
}

interface ChosenConstructor {
  readonly name: string;
  readonly args: readonly string[];
}

function chosenConstructor(fn: Fn, symbol: ClassSymbol, node: MethodCall): ChosenConstructor | null {
  const args = argumentsOf(fn, node.arguments);
  const views = symbol.constructors.map((each) => viewOf(fn.world, each, new Map()));
  const view = chooseOverload(fn.world, views, argumentTypes(args));
  if (view) return { name: view.info.jsName, args: convertArguments(fn, view, args) };
  fn.report(
    node.position,
    `Constructor not defined: [${symbol.name}].<Constructor>(${args.map((each) => each.code.type.name).join(', ')})`
  );
  return null;
}

function superConstructor(
  fn: Fn,
  superclass: ClassSymbol,
  constructor: ConstructorSymbol,
  explicit: MethodCall | null
): ChosenConstructor | null {
  if (explicit) return chosenConstructor(fn, superclass, explicit);
  const isImplied = constructor.declaration === null;
  const wanted = isImplied ? constructor.jsName : '$new';
  if (!superclass.constructors.some((each) => each.jsName === wanted)) {
    fn.report(
      constructor.declaration?.position ?? constructor.owner.declaration.position,
      `No default constructor available in super type: ${superclass.name}`
    );
    return null;
  }
  return { name: wanted, args: isImplied ? constructor.parameters.map((each) => each.name) : [] };
}

function initializeException(fn: Fn, constructor: ConstructorSymbol, explicit: MethodCall | null): void {
  const { out } = fn.script;
  if (explicit) {
    const args = argumentsOf(fn, explicit.arguments).map((each) => each.code);
    const text = args.find((each) => each.type === Types.primitive('String'))?.js ?? 'null';
    const cause = args.find((each) => each.type !== Types.primitive('String'))?.js ?? 'null';
    out.line(`${fn.script.helper('initException')}(this, ${text}, ${cause});`, explicit.position);
  } else if (constructor.declaration === null && constructor.parameters.length > 0) {
    const names = constructor.parameters.map((each) => each.name);
    out.line(
      `${fn.script.helper('initException')}(this, ${names.includes('message') ? 'message' : 'null'}, ${names.includes('cause') ? 'cause' : 'null'});`
    );
  }
}

// -------------------------------------------------------------------------------------- methods, properties

function writeMethod(script: Script, symbol: ClassSymbol, method: MethodSymbol): void {
  const options: FunctionOptions = { owner: symbol, isStatic: method.isStatic, returnType: method.returnType };
  writeFunction(script, options, {
    label: `Class.${symbol.name}.${method.name}`,
    head: `${method.isStatic ? 'static ' : ''}${method.jsName}`,
    parameters: method.parameters,
    position: method.declaration.position,
    body: method.declaration.body,
    sharing: statedSharing(symbol),
    prologue: () => {
      if (method.isStatic) touchStatics(script, symbol);
    }
  });
}

/** A property as JavaScript accessors; an automatic side reads or writes what is stored. */
function writeAccessors(script: Script, symbol: ClassSymbol, variable: VariableSymbol): void {
  if (variable.modifiers.has('abstract')) return;
  const prefix = variable.isStatic ? 'static ' : '';
  const holder = variable.isStatic ? `${script.class(symbol)}.$s()` : 'this';
  const { out } = script;
  const label = `Class.${symbol.name}.__sfdc_${variable.name}`;
  const common = { label, position: variable.position, sharing: statedSharing(symbol), ticks: true } as const;
  const options = { owner: symbol, isStatic: variable.isStatic, accessor: variable };
  if (variable.getter) {
    writeFunction(
      script,
      { ...options, returnType: variable.type },
      { ...common, head: `${prefix}get ${variable.jsName}`, parameters: [], body: variable.getter }
    );
  } else {
    out.line(`${prefix}get ${variable.jsName}() { return ${holder}.${variable.storage}; }`);
  }
  if (variable.setter) {
    const parameters = [{ name: 'value', type: variable.type }];
    writeFunction(
      script,
      { ...options, returnType: null },
      { ...common, head: `${prefix}set ${variable.jsName}`, parameters, body: variable.setter }
    );
  } else {
    out.line(`${prefix}set ${variable.jsName}(value) { ${holder}.${variable.storage} = value; }`);
  }
}
