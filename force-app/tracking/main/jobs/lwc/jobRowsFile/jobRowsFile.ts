/** The files that can be had of a job, and the words in which they and pages tell of its rows. */
export { JobFile, type FileTally, type JobFileKind } from './jobFile';
export { outcomeText, whyText } from './rowText';
