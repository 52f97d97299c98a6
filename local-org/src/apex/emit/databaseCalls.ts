import { Types, type ApexType } from '../../values/apexType.js';
import type { MethodCall } from '../syntax/index.js';
import { SOBJECT, STRING } from '../types/kinds.js';
import type { MethodView } from '../types/members.js';
import { type VariableSymbol, type ClassSymbol } from '../types/symbols.js';
import { isClassSymbol } from '../types/world.js';
import { builtinName } from './calls.js';
import { code, type Code } from './code.js';
import type { Fn } from './function.js';
import { queryOf } from './soql.js';

/** Classes whose methods depend on the class that calls them: its default access mode, its variables as binds. */
export function isDatabaseClass(name: string): boolean {
  return name === 'Database' || name === 'Search';
}

const WITH_CALLER_BINDS: ReadonlySet<string> = new Set(['query', 'countquery', 'getquerylocator', 'getcursor', 'getpaginationcursor']);

/** Queries whose list of records may be assigned to one record. */
const ROWS: ReadonlySet<string> = new Set(['query', 'querywithbinds']);

/**
 * `Database.getQueryLocator([SELECT …])`: the query is not run but handed over, as its text and what it binds. Null: another call.
 */
export function locatorOfQuery(fn: Fn, node: MethodCall, owner: ApexType): Code | null {
  const [argument] = node.arguments;
  if (
    owner.name !== 'Database' ||
    node.name.toLowerCase() !== 'getquerylocator' ||
    node.arguments.length !== 1 ||
    argument?.kind !== 'soql'
  )
    return null;
  const method = owner.info?.methods.find(
    (each) => each.name === 'getQueryLocator' && each.parameters.length === 1 && each.parameters[0].type === STRING
  );
  const query = method && queryOf(fn, argument);
  if (!query) return null;
  const { script } = fn;
  const implementation = script.constant(method.implementation, builtinName(method));
  const bind = `${script.helper('numbered')}([${query.binds.join(', ')}])`;
  return code(
    `${script.helper('database')}(${implementation}, '${script.accessLevel}', ${bind}, ${JSON.stringify(argument.text)})`,
    method.returnType
  );
}

export function databaseCall(fn: Fn, view: MethodView, list: readonly string[]): Code {
  fn.usesSharing = true;
  const { info } = view;
  const { script } = fn;
  const key = info.name.toLowerCase();
  const bind =
    info.owner.name === 'Database' && WITH_CALLER_BINDS.has(key) && info.parameters[0]?.type.name === 'String'
      ? visibleVariables(fn)
      : 'null';
  const implementation = script.constant(info.implementation, builtinName(info));
  const js = `${script.helper('database')}(${[implementation, `'${script.accessLevel}'`, bind, ...list].join(', ')})`;
  const value = code(js, view.returnType);
  return ROWS.has(key) && view.returnType === Types.list(SOBJECT) ? { ...value, singleRow: SOBJECT } : value;
}

/** The variables that `:name` in a dynamic query can mean here. */
function visibleVariables(fn: Fn): string {
  const entries = new Map<string, string>();
  for (let owner: ClassSymbol | null = fn.owner; owner; owner = owner.outer) addFields(fn, owner, entries);
  for (const [name, local] of fn.scope.all()) entries.set(name, local.js);
  if (entries.size === 0) return `${fn.script.helper('binds')}({})`;
  const members = [...entries].map(([name, js]) => `${JSON.stringify(name)}: () => ${js}`);
  return `${fn.script.helper('binds')}({ ${members.join(', ')} })`;
}

function addFields(fn: Fn, owner: ClassSymbol, entries: Map<string, string>): void {
  for (let each: ClassSymbol | null = owner; each; each = isClassSymbol(each.superclass?.info) ? each.superclass.info : null) {
    for (const variable of each.variables) {
      const key = variable.name.toLowerCase();
      if (entries.has(key)) continue;
      if (variable.isStatic) entries.set(key, staticBind(fn, variable));
      else if (owner === fn.owner && !fn.options.isStatic) entries.set(key, `this.${variable.jsName}`);
    }
  }
}

function staticBind(fn: Fn, variable: VariableSymbol): string {
  const name = fn.script.class(variable.owner);
  return variable.computed ? `${name}.${variable.jsName}` : `${name}.$s().${variable.jsName}`;
}
