import { Types, type ApexType } from '../../values/apexType.js';
import type { FieldAccess } from '../syntax/index.js';
import { BOOLEAN, ERROR, ID, INTEGER, SOBJECT } from '../types/kinds.js';
import { code, Prec, type Code } from './code.js';
import type { Fn } from './function.js';

/** A variable of the class Trigger (Apex Developer Guide, "Trigger Context Variables"); null when it has none of that name. */
export function triggerVariable(fn: Fn, node: FieldAccess): Code | null {
  const { script } = fn;
  const record = fn.options.triggerObject ? Types.sobject(fn.options.triggerObject) : SOBJECT;
  const list = (which: string): Code => code(`${script.helper('triggerList')}('${which}')`, Types.list(record));
  const map = (which: string): Code => code(`${script.helper('triggerMap')}('${which}')`, Types.map(ID, record));
  const is = (part: string): Code => code(`${script.helper('triggerIs')}('${part}')`, BOOLEAN, Prec.member, true);
  switch (node.name.toLowerCase()) {
    case 'new':
      return list('new');
    case 'old':
      return list('old');
    case 'newmap':
      return map('newMap');
    case 'oldmap':
      return map('oldMap');
    case 'isexecuting':
      return code(`(${script.helper('trigger')}() !== null)`, BOOLEAN, Prec.member, true);
    case 'isinsert':
      return is('INSERT');
    case 'isupdate':
      return is('UPDATE');
    case 'isdelete':
      return is('DELETE');
    case 'isundelete':
      return is('UNDELETE');
    case 'isbefore':
      return is('BEFORE');
    case 'isafter':
      return is('AFTER');
    case 'size':
      return code(`${script.helper('triggerSize')}()`, INTEGER);
    case 'operationtype':
      return operationType(fn);
    default:
      return null;
  }
}

function operationType(fn: Fn): Code {
  const type: ApexType = fn.world.builtin('TriggerOperation') ?? ERROR;
  return code(`${fn.script.helper('triggerOperation')}()`, type);
}
