import { BuiltinObject } from '../values/index.js';
import { builtin, type BuiltinDeclaration, type PropertyImplementation } from './declare.js';

/**
 * Database.DMLOptions and its headers (Apex Reference, "DmlOptions Class"). There are no assignment, auto-response and duplicate rules in a local
 * org, so what their headers ask for finds nothing to do, as in an org that has none; the values are kept and read back.
 */
export class DmlOptionsValue extends BuiltinObject {
  readonly values = new Map<string, unknown>();
  readonly assignmentRuleHeader = new Header('Database.DMLOptions.AssignmentRuleHeader');
  readonly duplicateRuleHeader = new Header('Database.DMLOptions.DuplicateRuleHeader');
  readonly emailHeader = new Header('Database.DMLOptions.EmailHeader');

  constructor() {
    super('Database.DMLOptions');
  }

  get allOrNone(): boolean | null {
    return (this.values.get('optAllOrNone') as boolean | undefined) ?? null;
  }

  get truncateText(): boolean {
    return this.values.get('allowFieldTruncation') === true;
  }
}

class Header extends BuiltinObject {
  readonly values = new Map<string, unknown>();
}

interface WithValues {
  readonly values: Map<string, unknown>;
}

function properties(names: readonly string[]): Record<string, PropertyImplementation> {
  const result: Record<string, PropertyImplementation> = {};
  for (const declaration of names) {
    const name = declaration.split(' ')[1];
    result[declaration] = {
      get: (self: WithValues) => self.values.get(name) ?? null,
      set: (self: WithValues, value: unknown) => void self.values.set(name, value)
    };
  }
  return result;
}

export const declarations: BuiltinDeclaration[] = [
  builtin('class Database.DMLOptions', {
    'Database.DMLOptions()': () => new DmlOptionsValue(),
    ...properties(['Boolean allowFieldTruncation', 'Boolean optAllOrNone', 'String localeOptions']),
    'Database.DMLOptions.AssignmentRuleHeader assignmentRuleHeader': { get: (self: DmlOptionsValue) => self.assignmentRuleHeader },
    'Database.DMLOptions.DuplicateRuleHeader duplicateRuleHeader': { get: (self: DmlOptionsValue) => self.duplicateRuleHeader },
    'Database.DMLOptions.EmailHeader emailHeader': { get: (self: DmlOptionsValue) => self.emailHeader }
  }),
  builtin('class Database.DMLOptions.AssignmentRuleHeader', properties(['Id assignmentRuleId', 'Boolean useDefaultRule'])),
  builtin(
    'class Database.DMLOptions.DuplicateRuleHeader',
    properties(['Boolean allowSave', 'Boolean includeRecordDetails', 'Boolean runAsCurrentUser'])
  ),
  builtin(
    'class Database.DMLOptions.EmailHeader',
    properties(['Boolean triggerAutoResponseEmail', 'Boolean triggerOtherEmail', 'Boolean triggerUserEmail'])
  )
];
