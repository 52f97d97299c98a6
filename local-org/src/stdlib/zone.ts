import { tx } from '../org/transaction.js';

/** The time zone of the running user. */
export function userZone(): string {
  return tx().user.timeZone;
}
