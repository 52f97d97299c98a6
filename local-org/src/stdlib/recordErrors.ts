import { tx } from '../org/transaction.js';
import { raise, SObject } from '../values/index.js';

/** Id.addError: the record of the running trigger that has the id is marked, as SObject.addError would. */
export function addRecordError(id: string, message: string | null): void {
  const context = tx().triggers.at(-1);
  const records = (context?.new ?? context?.old)?.items ?? [];
  const record = records.find((candidate): candidate is SObject => candidate instanceof SObject && candidate.id === id);
  if (!record) return raise('FinalException', 'SObject row does not allow errors');
  record.errors = [...(record.errors ?? []), { field: null, message: message ?? '' }];
}
