import type { LocalOrg } from '../org/index.js';
import { CommandError } from './context.js';

/** The id of the user whom `--user` names. */
export function userId(org: LocalOrg, username: string): string {
  const [row] = org.store.rows(`SELECT "Id" FROM "User" WHERE "Username" = ? COLLATE NOCASE`, [username]);
  if (!row) throw new CommandError(`No user ${username} in this org. List them with: local-org query "SELECT Username FROM User"`);
  return row[0] as string;
}
