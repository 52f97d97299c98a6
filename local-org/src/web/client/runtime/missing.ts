/** Stands for whatever a platform module has and the local org's copy of it has not: using it fails, importing it doesn't. */
export function missingExports(module: string): Readonly<Record<string, unknown>> {
  return new Proxy(
    {},
    {
      get: (_target, name) => {
        if (typeof name === 'symbol') return undefined;
        throw new Error(`The local org's module ${module} doesn't have ${name}.`);
      }
    }
  );
}
