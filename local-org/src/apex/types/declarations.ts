import type { ApexType } from '../../values/apexType.js';
import type { ClassDeclaration, Parameter, TypeDeclaration, TypeReference } from '../syntax/index.js';
import type { DiagnosticBag } from './diagnostics.js';
import { ERROR, OBJECT } from './kinds.js';
import { Types } from '../../values/apexType.js';
import { ClassSymbol, ConstructorSymbol, MethodSymbol, signatureName, VariableSymbol, type ParameterInfo } from './symbols.js';
import { isClassSymbol, type World } from './world.js';

/** First pass: makes the type and its inner types known by name. */
export function declareType(
  world: World,
  declaration: TypeDeclaration,
  outer: ClassSymbol | null,
  origin: { readonly file: string; readonly apiVersion: number; readonly diagnostics: DiagnosticBag }
): ClassSymbol {
  const name = outer ? `${outer.name}.${declaration.name}` : declaration.name;
  const symbol = new ClassSymbol(declaration, name, outer, origin.file, origin.apiVersion, origin.diagnostics);
  if (world.classNamed(name) && world.classes.has(name.toLowerCase()))
    origin.diagnostics.report(declaration.position, `Duplicate class name: ${name}`);
  world.add(symbol);
  outer?.inner.set(declaration.name.toLowerCase(), symbol);
  if (declaration.kind === 'enum') symbol.constants = declaration.constants.map((each) => each.name);
  if (declaration.kind === 'class') {
    for (const member of declaration.members) {
      if (member.kind === 'class' || member.kind === 'interface' || member.kind === 'enum') declareType(world, member, symbol, origin);
    }
  }
  return symbol;
}

/** Second pass: what the type extends and implements. */
export function declareSupertypes(world: World, symbol: ClassSymbol): void {
  const { declaration } = symbol;
  if (declaration.kind === 'enum') return;
  if (declaration.kind === 'class' && declaration.superclass) {
    const superclass = resolveType(world, symbol, declaration.superclass);
    if (superclass.kind === 'class') {
      symbol.superclass = superclass;
      checkExtensible(symbol, superclass, declaration);
    } else if (superclass !== ERROR) {
      symbol.diagnostics.report(
        declaration.superclass.position,
        `${symbol.name}: Class cannot extend ${superclass.kind} ${superclass.name}`
      );
    }
  }
  for (const each of declaration.interfaces) {
    const type = resolveType(world, symbol, each);
    if (type.kind === 'interface') symbol.interfaces.push(type);
    else if (type !== ERROR) symbol.diagnostics.report(each.position, `${symbol.name}: Class cannot implement ${type.kind} ${type.name}`);
  }
}

function checkExtensible(symbol: ClassSymbol, superclass: ApexType, declaration: ClassDeclaration): void {
  const { modifiers } = superclass.info!;
  if (modifiers.has('virtual') || modifiers.has('abstract') || superclass.name.endsWith('Exception')) return;
  symbol.diagnostics.report(declaration.superclass!.position, `Non-virtual and non-abstract type cannot be extended: ${superclass.name}`);
}

/** Third pass: fields, methods, constructors. Names in compiled code are given later, supertypes first. */
export function declareMembers(world: World, symbol: ClassSymbol): void {
  const { declaration } = symbol;
  if (declaration.kind === 'interface') {
    for (const method of declaration.methods) declareMethod(world, symbol, method);
    return;
  }
  if (declaration.kind === 'enum') return;
  for (const member of declaration.members) {
    switch (member.kind) {
      case 'field': {
        const type = resolveType(world, symbol, member.type);
        for (const declarator of member.declarators) {
          addVariable(symbol, new VariableSymbol({ declaration: member, declarator }, declarator.name, type, symbol));
        }
        break;
      }
      case 'property':
        addVariable(
          symbol,
          new VariableSymbol({ declaration: member, declarator: null }, member.name, resolveType(world, symbol, member.type), symbol)
        );
        break;
      case 'method':
        declareMethod(world, symbol, member);
        break;
      case 'constructor':
        if (member.name.toLowerCase() !== symbol.declaration.name.toLowerCase()) {
          symbol.diagnostics.report(member.position, `Invalid constructor name: ${member.name}`);
        }
        symbol.constructors.push(new ConstructorSymbol(member, symbol, parameters(world, symbol, member.parameters)));
        break;
      case 'initializer':
        symbol.initializers.push(member);
        break;
      case 'class':
      case 'interface':
      case 'enum':
        // Inner types are symbols of their own.
        break;
    }
  }
  addImpliedConstructors(world, symbol);
}

function addVariable(symbol: ClassSymbol, variable: VariableSymbol): void {
  if (symbol.variables.some((each) => each.name.toLowerCase() === variable.name.toLowerCase())) {
    symbol.diagnostics.report(variable.position, `Duplicate field: ${symbol.name}.${variable.name}`);
    return;
  }
  symbol.variables.push(variable);
}

function declareMethod(world: World, symbol: ClassSymbol, declaration: MethodSymbol['declaration']): void {
  const returnType = declaration.returnType ? resolveType(world, symbol, declaration.returnType) : Types.void;
  const method = new MethodSymbol(declaration, symbol, returnType, parameters(world, symbol, declaration.parameters));
  const signature = signatureName('', method.parameters).toLowerCase();
  const clash = symbol.methods.some(
    (each) => each.name.toLowerCase() === method.name.toLowerCase() && signatureName('', each.parameters).toLowerCase() === signature
  );
  if (clash) {
    const types = method.parameters.map((each) => each.type.name).join(', ');
    symbol.diagnostics.report(
      declaration.position,
      `Method already defined: ${method.name} ${returnType.name} ${symbol.name}.${method.name}(${types}) from the type ${symbol.name}`
    );
    return;
  }
  symbol.methods.push(method);
}

function parameters(world: World, symbol: ClassSymbol, declared: readonly Parameter[]): ParameterInfo[] {
  return declared.map((each) => ({ name: each.name, type: resolveType(world, symbol, each.type) }));
}

/** A class without constructors has one without parameters; an exception class has four (Apex Developer Guide, "Create Custom Exceptions"). */
function addImpliedConstructors(world: World, symbol: ClassSymbol): void {
  if (!isException(world, symbol.type)) {
    if (symbol.constructors.length === 0) symbol.constructors.push(new ConstructorSymbol(null, symbol, []));
    return;
  }
  const message = { name: 'message', type: Types.primitive('String') };
  const cause = { name: 'cause', type: world.builtin('Exception') ?? OBJECT };
  for (const implied of [[], [message], [cause], [message, cause]]) {
    const constructor = new ConstructorSymbol(null, symbol, implied);
    if (!symbol.constructors.some((each) => each.jsName.toLowerCase() === constructor.jsName.toLowerCase()))
      symbol.constructors.push(constructor);
  }
}

export function isException(world: World, type: ApexType): boolean {
  const base = world.builtin('Exception');
  return base !== undefined && world.asSuper(type, base) !== undefined;
}

/** A type as written inside a class; reports it when there is none. */
export function resolveType(world: World, symbol: ClassSymbol, reference: TypeReference): ApexType {
  return resolveIn(world, symbol, symbol.diagnostics, reference);
}

export function resolveIn(world: World, context: ClassSymbol | null, diagnostics: DiagnosticBag, reference: TypeReference): ApexType {
  const type = world.resolve(reference, context);
  if (type) return type;
  for (const each of reference.arguments) if (resolveIn(world, context, diagnostics, each) === ERROR) return ERROR;
  diagnostics.report(reference.position, `Invalid type: ${reference.parts.join('.')}`);
  return ERROR;
}

/** A class that the project declares, or null. */
export function projectClass(type: ApexType): ClassSymbol | null {
  return isClassSymbol(type.info) ? type.info : null;
}
