/** A report that can't be run: which one, which element of it, in which file, and what to do. */
export class ReportError extends Error {
  readonly code: 'REPORT' | 'REPORT_ACCESS' | 'NO_REPORT';

  constructor(message: string, code: ReportError['code'] = 'REPORT') {
    super(message);
    this.name = 'ReportError';
    this.code = code;
  }
}

/** What a file is about, for messages: `force-app/…/X.report-meta.xml: report Folder/X: <element>: what is wrong`. */
export interface Place {
  readonly file: string;
  readonly what: string;
}

export function fail(place: Place, element: string, message: string): never {
  throw new ReportError(`${place.file}: ${place.what}: <${element}>: ${message}`);
}
