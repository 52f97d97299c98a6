/** What the import asks of Salesforce: whom lines name, and that rows are carried out. */
export { matchLines } from './matchLines';
export { ImportSender } from './importSender';
export { readFailures, type Failure } from './failures';
