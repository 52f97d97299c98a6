/** Apex source text → a running program. Everything else of the local org uses the compiler through this file. */
export { compileAnonymous, compileProject, check } from './compiler.js';
export type { AnonymousOptions, CompiledProgram, CompileInput, CompileOptions, ProjectSource, Runnable } from './compiler.js';
export { CompileError, type Diagnostic } from './types/diagnostics.js';
export { apexError } from './emit/runtime/control.js';
