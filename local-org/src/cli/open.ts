import { CompileError } from '../apex/index.js';
import { openOrg, type LocalOrg, type OrgOptions } from '../org/index.js';

/** Opens an org and refuses a project that does not compile, as a deploy would. */
export function openChecked(options: OrgOptions): LocalOrg {
  const org = openOrg(options);
  if (org.program.diagnostics.length) {
    org.close();
    throw new CompileError(org.program.diagnostics);
  }
  return org;
}
