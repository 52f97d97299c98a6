import { ApexException, ApexMap, ApexSet, argument, raise, Types, type ExceptionDetail } from '../values/index.js';
import { builtin, type BuiltinDeclaration, type Implementation } from './declare.js';
import { enumConstant } from './enums.js';
import { stringList } from './lists.js';

/** Apex Reference, "Exception Class and Built-In Exceptions". */

/** Of the System namespace; those of others carry it. */
const NAMES = [
  'AssertException',
  'AsyncException',
  'AuraException',
  'AuraHandledException',
  'BigObjectException',
  'CalloutException',
  'DataWeaveScriptException',
  'DmlException',
  'DuplicateMessageException',
  'EmailException',
  'EmailTemplateRenderException',
  'EventObjectException',
  'ExternalObjectException',
  'FatalCursorException',
  'FinalException',
  'FlowException',
  'FormulaEvaluationException',
  'FormulaValidationException',
  'HandledException',
  'IllegalArgumentException',
  'InvalidHeaderException',
  'InvalidParameterValueException',
  'InvalidReadOnlyUserDmlException',
  'JSONException',
  'LicenseException',
  'LimitException',
  'ListException',
  'MathException',
  'NoAccessException',
  'NoDataFoundException',
  'NoSuchElementException',
  'NullPointerException',
  'ProcedureException',
  'QueryException',
  'RequiredFeatureMissing',
  'RequiredFeatureMissingException',
  'SObjectException',
  'SearchException',
  'SecurityException',
  'SerializationException',
  'StringException',
  'TransientCursorException',
  'TouchHandledException',
  'TypeException',
  'UnexpectedException',
  'UnsupportedOperationException',
  'VisualforceException',
  'XmlException',
  'Cache.Org.OrgCacheException',
  'Cache.Session.SessionCacheException',
  'Cache.ItemSizeLimitExceededException',
  'Cache.InvalidParamException',
  'Cache.CacheBuilderExecutionException',
  'Canvas.CanvasRenderException',
  'ConnectApi.ConnectApiException',
  'ConnectApi.NotFoundException',
  'ConnectApi.RateLimitException',
  'EventBus.RetryableException'
] as const;

/** The text given to its constructor is for the client; getMessage answers the default unless setMessage is called (observed on the platform). */
const SILENT: ReadonlySet<string> = new Set(['AuraHandledException']);

function constructors(name: string): Record<string, Implementation> {
  const short = name.split('.').at(-1);
  const make = (message: string | null, cause: ApexException | null): ApexException => {
    const exception = new ApexException(name, SILENT.has(name) ? null : message, cause);
    if (SILENT.has(name)) exception.clientMessage = message;
    return exception;
  };
  return {
    [`${short}()`]: () => make(null, null),
    [`${short}(String message)`]: (message: string | null) => make(message, null),
    [`${short}(Exception cause)`]: (cause: ApexException | null) => make(null, cause),
    [`${short}(String message, Exception cause)`]: make
  };
}

function detail(self: ApexException, index: number): ExceptionDetail {
  return self.details[index] ?? raise('ListException', `List index out of bounds: ${index}`);
}

/** "DmlException and EmailException Methods". */
function rowMembers(): Record<string, Implementation> {
  return {
    'Integer getNumDml()': (self: ApexException) => self.details.length,
    'String getDmlMessage(Integer index)': (self: ApexException, index: number) => detail(self, index).message,
    'String getDmlId(Integer index)': (self: ApexException, index: number) => detail(self, index).id,
    'Integer getDmlIndex(Integer index)': (self: ApexException, index: number) => detail(self, index).index,
    'String getDmlStatusCode(Integer index)': (self: ApexException, index: number) => detail(self, index).code,
    'StatusCode getDmlType(Integer index)': (self: ApexException, index: number) => enumConstant('StatusCode', detail(self, index).code),
    'List<String> getDmlFieldNames(Integer index)': (self: ApexException, index: number) => stringList([...detail(self, index).fields])
  };
}

function members(name: string): Record<string, Implementation> {
  const own = name === 'FinalException' || name === 'LimitException' ? {} : constructors(name);
  return name === 'DmlException' || name === 'EmailException' ? { ...own, ...rowMembers() } : own;
}

/** QueryException.getInaccessibleFields: object → fields that user mode refused. */
function inaccessible(self: ApexException): ApexMap<string, ApexSet<string>> | null {
  if (!self.inaccessibleFields) return null;
  const text = Types.primitive('String');
  const result = new ApexMap<string, ApexSet<string>>(text, Types.set(text));
  for (const [object, fields] of self.inaccessibleFields) result.set(object, new ApexSet(text, fields));
  return result;
}

export const declarations: BuiltinDeclaration[] = [
  builtin('virtual abstract class Exception', {
    'Exception()': () => new ApexException(),
    'Exception(String message)': (message: string | null) => new ApexException(null, message),
    'Exception(Exception cause)': (cause: ApexException | null) => new ApexException(null, null, cause),
    'Exception(String message, Exception cause)': (message: string | null, cause: ApexException | null) =>
      new ApexException(null, message, cause),
    'virtual String getMessage()': (self: ApexException) => self.message,
    'virtual String getTypeName()': (self: ApexException) => self.typeName,
    'virtual Exception getCause()': (self: ApexException) => self.cause,
    'virtual Integer getLineNumber()': (self: ApexException) => self.positions[0]?.line ?? null,
    'virtual String getStackTraceString()': (self: ApexException) => self.stackTraceString,
    'virtual void initCause(Exception cause)': (self: ApexException, cause: ApexException | null) => {
      self.cause = argument(cause);
    },
    'virtual void setMessage(String message)': (self: ApexException, message: string | null) => self.setMessage$1(message),
    'Map<String, Set<String>> getInaccessibleFields()': inaccessible,
    'virtual String toString()': (self: ApexException) => self.toString()
  }),
  ...NAMES.map((name) => builtin(`class ${name} extends Exception`, members(name)))
];
