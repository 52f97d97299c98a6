import { typeOf } from '../values/index.js';

type ContextName = 'QueueableContext' | 'SchedulableContext' | 'FinalizerContext';

/**
 * Calls the `execute` that takes this context. A class may be Queueable, Schedulable and Finalizer at once, and the name that implementations
 * of built-in interfaces share, `execute$1`, tells its overloads not apart.
 */
export function execute(instance: object, contextName: ContextName, context: object): void {
  const methods = instance as Record<string, (context: object) => void>;
  for (let info = typeOf(instance).info; info; info = info.superclass?.info ?? null) {
    const method = info.methods.find(
      ({ name, parameters }) =>
        name.toLowerCase() === 'execute' && parameters.length === 1 && parameters[0].type.key === contextName.toLowerCase()
    );
    if (method) return methods[method.jsName](context);
  }
  methods['execute$1'](context);
}
