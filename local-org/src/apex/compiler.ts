import type { Program, QueryEngine } from '../org/contracts.js';
import type { Schema } from '../schema/model.js';
import { createValidator } from '../soql/index.js';
import {
  parseAnonymous,
  parseUnit,
  syntaxCache,
  ApexSyntaxError,
  type SourceUnit,
  type TriggerDeclaration,
  type TypeDeclaration
} from './syntax/index.js';
import { assemble } from './emit/assemble.js';
import { writeClasses } from './emit/classes.js';
import { programPrefix } from './emit/positions.js';
import { ApexProgram } from './emit/program.js';
import { entry } from './emit/runtime/control.js';
import { Script } from './emit/script.js';
import { writeAnonymous, writeTrigger } from './emit/units.js';
import { declareMembers, declareSupertypes, declareType } from './types/declarations.js';
import { CompileError, DiagnosticBag, type Diagnostic } from './types/diagnostics.js';
import { nameMembers } from './types/hierarchy.js';
import type { ClassSymbol } from './types/symbols.js';
import { World } from './types/world.js';

/** One .cls or .trigger file of the project. */
export interface ProjectSource {
  readonly file: string;
  readonly source: string;
  readonly apiVersion: number;
}

export interface CompileInput {
  readonly sources: readonly ProjectSource[];
  readonly schema: Schema;
  /** Checks the text of SOQL expressions; made of the schema when not given. */
  readonly queries?: Pick<QueryEngine, 'validate'>;
  /** Names of custom labels; `Label.X` is not checked without it. */
  readonly labels?: { has(name: string): boolean };
}

export interface CompileOptions {
  /** Counts executed lines. */
  readonly coverage?: boolean;
  /** Keeps the syntax trees on disk, so that the next compilation need not parse what did not change. */
  readonly cached?: boolean;
}

/**
 * A program and what is wrong with it. A class with errors, and what derives from it, can't be used: touching it throws CompileError; the others run.
 * Whoever deploys must refuse the program when `diagnostics` is not empty.
 */
export interface CompiledProgram extends Program {
  readonly diagnostics: readonly Diagnostic[];
  /** The JavaScript of a top-level class or trigger, for reading. */
  javascript(name: string): string | undefined;
}

export interface AnonymousOptions {
  readonly apiVersion?: number;
}

export interface Runnable {
  /** Runs in the current transaction. */
  run(): void;
}

/** Version of anonymous Apex where none is given. */
const CURRENT_VERSION = 67;

interface Unit {
  readonly source: ProjectSource;
  readonly diagnostics: DiagnosticBag;
  readonly symbol: ClassSymbol | null;
  readonly trigger: TriggerDeclaration | null;
}

/** Compiles all classes and triggers of a project against a schema and the built-ins. Never throws for what is wrong in the sources. */
export function compileProject(given: CompileInput, options: CompileOptions = {}): CompiledProgram {
  const input = { ...given, queries: given.queries ?? createValidator(given.schema) };
  const world = new World(input.schema);
  const units = input.sources.map((source) => parseSource(world, source, options.cached ?? false));
  declareAll(world, units);
  const program = new ApexProgram(world, input, options.coverage ?? false);
  const prefix = programPrefix();
  for (const unit of units) {
    const script = new Script(world, input, unit.diagnostics, {
      name: unit.symbol?.name ?? unit.trigger?.name ?? unit.source.file,
      file: unit.source.file,
      apiVersion: unit.source.apiVersion,
      coverage: options.coverage ?? false
    });
    if (unit.symbol) writeUnit(script, unit.symbol);
    if (unit.trigger) writeTrigger(script, unit.trigger);
    if (unit.diagnostics.items.length > 0) program.addBroken(unit.symbol, unit.diagnostics.items);
    else program.add(assemble(script, prefix), unit.symbol, unit.trigger, unit.source);
  }
  program.link();
  return program;
}

/** Only the errors. */
export function check(input: CompileInput, options: CompileOptions = {}): readonly Diagnostic[] {
  return compileProject(input, options).diagnostics;
}

/** Compiles anonymous Apex against a program; throws CompileError. */
export function compileAnonymous(source: string, program: CompiledProgram, options: AnonymousOptions = {}): Runnable {
  if (!(program instanceof ApexProgram)) throw new TypeError('Not a program of this compiler.');
  const file = 'AnonymousBlock';
  const apiVersion = options.apiVersion ?? CURRENT_VERSION;
  const diagnostics = new DiagnosticBag(file);
  const world = new World(program.world.schema, program.world);
  const assembled = guarded(diagnostics, () => {
    const unit = parseAnonymous(source, { file, apiVersion });
    const symbols = unit.types.map((declaration) => declareType(world, declaration, null, { file, apiVersion, diagnostics }));
    declareSymbols(world, symbols);
    const script = new Script(world, program.input, diagnostics, { name: file, file, apiVersion, coverage: false });
    writeAnonymous(script, unit, symbols);
    return diagnostics.items.length > 0 ? null : { assembled: assemble(script, programPrefix()), symbols };
  });
  if (!assembled) throw new CompileError(diagnostics.items);
  program.linkFurther(assembled.assembled, assembled.symbols);
  return { run: () => entry(assembled.assembled.run!) };
}

function parseSource(world: World, source: ProjectSource, cached: boolean): Unit {
  const diagnostics = new DiagnosticBag(source.file);
  const unit = guarded(diagnostics, (): SourceUnit =>
    cached ? syntaxCache.unit(source.source, source) : parseUnit(source.source, source)
  );
  if (!unit) return { source, diagnostics, symbol: null, trigger: null };
  if (unit.declaration.kind === 'trigger') return { source, diagnostics, symbol: null, trigger: unit.declaration };
  const declaration: TypeDeclaration = unit.declaration;
  const symbol = declareType(world, declaration, null, { file: source.file, apiVersion: source.apiVersion, diagnostics });
  return { source, diagnostics, symbol, trigger: null };
}

/** Syntax errors become diagnostics. */
function guarded<T>(diagnostics: DiagnosticBag, work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ApexSyntaxError)) throw error;
    for (const each of error.errors) diagnostics.report({ line: each.line, column: each.column }, each.message);
    return null;
  }
}

function declareAll(world: World, units: readonly Unit[]): void {
  declareSymbols(
    world,
    units.flatMap((unit) => (unit.symbol ? [unit.symbol] : []))
  );
}

function declareSymbols(world: World, symbols: readonly ClassSymbol[]): void {
  const all = symbols.flatMap(withInner);
  for (const symbol of all) declareSupertypes(world, symbol);
  for (const symbol of all) declareMembers(world, symbol);
  for (const symbol of all) nameMembers(world, symbol);
}

function withInner(symbol: ClassSymbol): ClassSymbol[] {
  return [symbol, ...[...symbol.inner.values()].flatMap(withInner)];
}

function writeUnit(script: Script, symbol: ClassSymbol): void {
  script.out.open('classes: {');
  writeClasses(script, symbol);
  script.out.close('}');
}
