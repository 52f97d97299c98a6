import { ApexException, raise, UnsupportedFeature, type MethodInfo } from '../../values/index.js';
import { fromAura, ParameterError } from '../json/fromAura.js';
import { toAura } from '../json/toAura.js';
import type { Context } from '../context.js';

export interface AuraAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly cacheable: boolean;
}

interface AuraError {
  readonly message: string;
  readonly exceptionType?: string;
  readonly isUserDefinedException?: boolean;
  readonly stackTrace?: string;
}

/**
 * Calls an @AuraEnabled method as a component does. What it throws becomes the body of the error that the component's promise rejects with:
 * `{message, exceptionType, isUserDefinedException, stackTrace}`; an uncaught DmlException has page and field errors instead
 * (trailheadapps/lwc-recipes, pull request 483).
 */
export function callApex(
  context: Context,
  userId: string,
  className: string,
  methodName: string,
  parameters: Readonly<Record<string, unknown>>,
  wired: boolean
): AuraAnswer {
  const { org } = context.host;
  const method = findMethod(context, className, methodName);
  if (!method) return failed({ message: `There is no @AuraEnabled static method ${className}.${methodName}.` }, 404);
  const cacheable = method.annotations.get('auraenabled')?.cacheable === 'true';
  if (wired && !cacheable)
    return failed({
      message: `Apex methods that are to be cached must be marked as @AuraEnabled(cacheable=true): ${className}.${methodName} is wired but not cacheable.`
    });
  try {
    const body = context.host.runInTransaction(userId, 'AURA', (transaction) => {
      if (!org.access.canRunApex(transaction.user, method.owner.name)) return accessDenied(method);
      const args = method.parameters.map((parameter) => convertParameter(context, parameters, parameter));
      const result = toAura(org.program.invokeStatic(method.owner.name, method.name, args));
      // A cacheable method has a DML limit of none; thrown here, everything is still rolled back.
      if (cacheable && transaction.limits.used('DmlStatements') > 0) raise('LimitException', 'Too many DML statements: 1');
      return result;
    });
    return { status: 200, body, cacheable };
  } catch (error) {
    return failed(errorBody(error));
  }
}

function failed(body: unknown, status = 500): AuraAnswer {
  return { status, body, cacheable: false };
}

function findMethod(context: Context, className: string, methodName: string): MethodInfo | undefined {
  const info = context.host.org.program.type(className)?.info;
  if (!info || info.builtin) return undefined;
  return info.methods.find(
    (method) => method.isStatic && method.name.toLowerCase() === methodName.toLowerCase() && method.annotations.has('auraenabled')
  );
}

function accessDenied(method: MethodInfo): never {
  throw new AccessDenied(`You do not have access to the Apex class named '${method.owner.name}'.`);
}

class AccessDenied extends Error {}
class BadParameter extends Error {}

function convertParameter(
  context: Context,
  parameters: Readonly<Record<string, unknown>>,
  parameter: MethodInfo['parameters'][number]
): unknown {
  const key = Object.keys(parameters).find((name) => name.toLowerCase() === parameter.name.toLowerCase());
  try {
    return fromAura(context.host.org, key === undefined ? null : parameters[key], parameter.type);
  } catch (error) {
    if (!(error instanceof ParameterError) && !(error instanceof ApexException)) throw error;
    // The platform's own words.
    throw new BadParameter(`Value provided is invalid for action parameter '${parameter.name}' of type '${parameter.type.name}'`);
  }
}

function errorBody(error: unknown): unknown {
  if (error instanceof ApexException) {
    if (error.details.length > 0) return dmlBody(error);
    return {
      message: error.clientMessage ?? error.getMessage$0(),
      exceptionType: error.getTypeName$0(),
      isUserDefinedException: error.apexType.info?.builtin === false,
      stackTrace: error.stackTraceString
    } satisfies AuraError;
  }
  if (error instanceof UnsupportedFeature || error instanceof AccessDenied || error instanceof BadParameter)
    return { message: error.message, stackTrace: '' } satisfies AuraError;
  const { message, stack } = error as Error;
  return { message: `An internal error of the local org: ${message}`, stackTrace: stack ?? '' } satisfies AuraError;
}

function dmlBody(error: ApexException): unknown {
  const fieldErrors: Record<string, { statusCode: string; message: string }[]> = {};
  const pageErrors: { statusCode: string; message: string }[] = [];
  for (const { code, message, fields } of error.details) {
    if (fields.length === 0) pageErrors.push({ statusCode: code, message });
    for (const field of fields) (fieldErrors[field] ??= []).push({ statusCode: code, message });
  }
  return { fieldErrors, pageErrors, index: null, duplicateResults: [] };
}
