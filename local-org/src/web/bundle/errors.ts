/** What went wrong in a project's Lightning web components, in the form `file:line:column message`. */
export class BundleError extends Error {
  readonly code = 'LWC_COMPILE_ERROR';

  constructor(
    readonly file: string,
    readonly line: number,
    readonly column: number,
    readonly reason: string
  ) {
    super(`${file}:${line}:${column} ${reason}`);
    this.name = 'BundleError';
  }
}

/** The parts of a rollup error that tell where it happened; every one of them may be missing. */
interface LocatedError {
  readonly message?: string;
  readonly id?: string;
  readonly loc?: { readonly file?: string; readonly line?: number; readonly column?: number };
  /** The LWC compiler's own. */
  readonly location?: { readonly line?: number; readonly column?: number };
}

/** Turns whatever the bundler threw into one clear error. Columns count from 1, as Salesforce's compile errors do. */
export function toBundleError(error: unknown, shorten: (file: string) => string): BundleError {
  if (error instanceof BundleError) return error;
  const located = error as LocatedError;
  const file = located.loc?.file ?? located.id ?? '(unknown file)';
  const line = located.loc?.line ?? located.location?.line ?? 1;
  const column = (located.loc?.column ?? located.location?.column ?? 0) + 1;
  return new BundleError(shorten(file), line, column, bareMessage(located.message ?? String(error), file));
}

/** A message of the bundler without what is told beside it: plugin, file, place. */
export function bareMessage(message: string, file: string): string {
  return message
    .replace(/^\[plugin [^\]]+\]\s*/, '')
    .replace(file + ': ', '')
    .replace(/^\S+\.(?:ts|js|html|css)(?: \(\d+:\d+\))?:\s/, '')
    .replace('@lwc/rollup-plugin: ', '')
    .replace(/^SyntaxError: /, '')
    .replace(/ \(\d+:\d+\)$/m, '')
    .split('\n')[0];
}
