import { Types, type ApexType } from '../../values/apexType.js';
import type { MethodCall } from '../syntax/index.js';
import { STRING } from '../types/kinds.js';
import { methodsNamed } from '../types/members.js';
import { chooseOverload } from '../types/overloads.js';
import { argumentTypes, invoke, type Argument } from './calls.js';
import { code, type Code } from './code.js';
import { convertTo } from './convert.js';
import { objectTypeCode } from './schemaMembers.js';
import type { Fn } from './function.js';

/** What custom settings and custom metadata types answer as static methods, by kind of object: the runtime's function and whether it takes a key. */
const METHODS: Readonly<
  Record<string, Readonly<Record<string, { readonly helper: string; readonly keys: readonly number[]; readonly map?: boolean }>>>
> = {
  hierarchySetting: {
    getinstance: { helper: 'settingInstance', keys: [0, 1] },
    getorgdefaults: { helper: 'settingOrgDefaults', keys: [0] },
    getvalues: { helper: 'settingValues', keys: [1] }
  },
  listSetting: {
    getinstance: { helper: 'settingInstance', keys: [1] },
    getvalues: { helper: 'settingValues', keys: [1] },
    getall: { helper: 'settingAll', keys: [0], map: true }
  },
  customMetadata: {
    getinstance: { helper: 'metadataInstance', keys: [1] },
    getall: { helper: 'metadataAll', keys: [0], map: true }
  }
};

/** A static method called on an object's name: `Settings__c.getInstance()`, `Feature__mdt.getAll()`, or one of SObject. */
export function settingsCall(fn: Fn, node: MethodCall, type: ApexType, args: readonly Argument[]): Code | null {
  const info = fn.world.schema.object(type.name);
  if (info && node.name.toLowerCase() === 'getsobjecttype' && args.length === 0) return objectTypeCode(fn, info);
  const method = info && METHODS[info.kind]?.[node.name.toLowerCase()];
  if (!info || !method) {
    const candidates = methodsNamed(fn.world, type, node.name).filter((view) => view.info.isStatic);
    const view = chooseOverload(fn.world, candidates, argumentTypes(args));
    return view && invoke(fn, node, view, null, args);
  }
  if (!method.keys.includes(args.length)) return null;
  const object = fn.script.constant(info, `object$${info.name}`);
  const keys = args.map((each) => convertTo(fn, each.code, STRING, each.node.position).js);
  const result = method.map ? Types.map(STRING, type) : type;
  return code(`${fn.script.helper(method.helper)}(${[object, ...keys].join(', ')})`, result);
}
