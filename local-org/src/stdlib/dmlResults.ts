import type { LeadConversionResult, RowError, RowResult } from '../org/contracts.js';
import { ApexList, BuiltinObject, builtinType, Types, type ApexEnum } from '../values/index.js';
import { builtin, type BuiltinDeclaration } from './declare.js';
import { enumConstant } from './enums.js';
import { stringList } from './lists.js';

/** Database.Error */
export class DmlError extends BuiltinObject {
  constructor(readonly error: RowError) {
    super('Database.Error');
  }
}

/** What the results of all operations have in common. */
export class DmlResult extends BuiltinObject {
  constructor(
    typeName: string,
    readonly row: RowResult
  ) {
    super(typeName);
  }

  get errors(): ApexList<DmlError> {
    return new ApexList(
      builtinType('Database.Error'),
      this.row.errors.map((error) => new DmlError(error))
    );
  }
}

/** Database.MergeResult */
export class MergeResult extends DmlResult {
  constructor(
    row: RowResult,
    readonly mergedIds: readonly string[]
  ) {
    super('Database.MergeResult', row);
  }
}

/** Database.LeadConvertResult */
export class LeadConvertResult extends DmlResult {
  constructor(readonly conversion: LeadConversionResult) {
    super('Database.LeadConvertResult', conversion);
  }
}

export function resultList(typeName: string, rows: readonly RowResult[]): ApexList<DmlResult> {
  return new ApexList(
    builtinType(typeName),
    rows.map((row) => new DmlResult(typeName, row))
  );
}

/** The results of insert, update, upsert and delete, which differ in their names only. */
export function isDmlResult(typeName: string): boolean {
  return /^Database\.(Save|Upsert|Delete|Undelete)Result$/.test(typeName);
}

function idList(ids: readonly string[]): ApexList<string> {
  return new ApexList(Types.primitive('Id'), [...ids]);
}

const RESULT = {
  'Id getId()': ({ row }: DmlResult): string | null => row.id,
  'Boolean isSuccess()': ({ row }: DmlResult): boolean => row.success,
  'List<Database.Error> getErrors()': (self: DmlResult): ApexList => self.errors
};

export const declarations: BuiltinDeclaration[] = [
  builtin('class Database.Error', {
    'List<String> getFields()': ({ error }: DmlError) => stringList([...error.fields]),
    'String getMessage()': ({ error }: DmlError) => error.message,
    'StatusCode getStatusCode()': ({ error }: DmlError): ApexEnum => enumConstant('StatusCode', error.code)
  }),
  builtin('class Database.SaveResult', RESULT),
  builtin('class Database.DeleteResult', RESULT),
  builtin('class Database.UndeleteResult', RESULT),
  builtin('class Database.EmptyRecycleBinResult', RESULT),
  builtin('class Database.UpsertResult', { ...RESULT, 'Boolean isCreated()': ({ row }: DmlResult) => row.created }),
  builtin('class Database.MergeResult', {
    ...RESULT,
    'List<Id> getMergedRecordIds()': (self: MergeResult) => idList(self.mergedIds)
  }),
  builtin('class Database.LeadConvertResult', {
    'Boolean isSuccess()': ({ row }: LeadConvertResult) => row.success,
    'List<Database.Error> getErrors()': (self: LeadConvertResult) => self.errors,
    'Id getLeadId()': ({ conversion }: LeadConvertResult) => conversion.leadId,
    'Id getAccountId()': ({ conversion }: LeadConvertResult) => conversion.accountId,
    'Id getContactId()': ({ conversion }: LeadConvertResult) => conversion.contactId,
    'Id getOpportunityId()': ({ conversion }: LeadConvertResult) => conversion.opportunityId
  })
];
