/** A project that can't be loaded: what is wrong, and in which file and line. */
export class ProjectError extends Error {
  constructor(
    readonly code: 'NO_PROJECT' | 'BAD_PROJECT_FILE' | 'NO_PACKAGE_DIRECTORY' | 'BAD_XML' | 'BAD_METADATA',
    message: string,
    readonly file: string | null = null,
    readonly line: number | null = null
  ) {
    super(message);
    this.name = 'ProjectError';
  }
}
