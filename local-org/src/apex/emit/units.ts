import type { AnonymousUnit, TriggerDeclaration } from '../syntax/index.js';
import { resolveIn } from '../types/declarations.js';
import { ClassSymbol, MethodSymbol, signatureName } from '../types/symbols.js';
import { Types } from '../../values/apexType.js';
import { writeClasses } from './classes.js';
import { writeFunction } from './functions.js';
import type { Script } from './script.js';

/** The body of a trigger. */
export function writeTrigger(script: Script, trigger: TriggerDeclaration): void {
  const object = script.world.schema.object(trigger.object);
  if (!object) {
    script.report(trigger.position, `Invalid type: ${trigger.object}`);
    return;
  }
  // What could never fire must not compile: an org refuses the first in these words, and the local org publishes no change events.
  if (object.kind === 'changeEvent') script.report(trigger.position, `Not supported: triggers on change events: ${object.name}`);
  else if (!object.triggerable) script.report(trigger.position, `SObject type does not allow triggers: ${object.name}`);
  writeFunction(
    script,
    { owner: null, isStatic: true, returnType: null, triggerObject: object.name },
    { label: `Trigger.${trigger.name}`, head: 'run', parameters: [], position: trigger.position, body: trigger.body, sharing: null }
  );
}

/** Anonymous Apex: its methods belong to a class that nobody can name. */
export function writeAnonymous(script: Script, unit: AnonymousUnit, symbols: readonly ClassSymbol[]): void {
  const owner = anonymousClass(script, unit);
  script.out.open('classes: {');
  for (const symbol of symbols) writeClasses(script, symbol);
  writeClasses(script, owner);
  script.out.close('},');
  writeFunction(
    script,
    { owner, isStatic: true, returnType: null },
    {
      label: 'AnonymousBlock',
      head: 'run',
      parameters: [],
      position: { line: 1, column: 1 },
      body: { kind: 'block', position: { line: 1, column: 1 }, statements: unit.statements },
      sharing: script.userMode ? 'with' : null
    }
  );
}

function anonymousClass(script: Script, unit: AnonymousUnit): ClassSymbol {
  const { diagnostics, world } = script;
  const declaration = {
    kind: 'class',
    name: 'anonymous_apex',
    superclass: null,
    interfaces: [],
    members: [],
    modifiers: [],
    annotations: [],
    position: { line: 1, column: 1 },
    end: { line: 1, column: 1 }
  } as const;
  const owner = new ClassSymbol(declaration, 'anonymous_apex', null, unit.file, unit.apiVersion, diagnostics);
  for (const each of unit.methods) {
    const method = new MethodSymbol(
      { ...each, modifiers: [...new Set([...each.modifiers, 'static', 'public'])] },
      owner,
      each.returnType ? resolveIn(world, null, diagnostics, each.returnType) : Types.void,
      each.parameters.map((parameter) => ({ name: parameter.name, type: resolveIn(world, null, diagnostics, parameter.type) }))
    );
    method.jsName = signatureName(method.name, method.parameters);
    owner.methods.push(method);
  }
  return owner;
}
