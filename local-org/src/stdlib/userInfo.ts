import { tx } from '../org/transaction.js';
import { BuiltinObject, type SObject } from '../values/index.js';
import { builtin } from './declare.js';
import { enumConstant } from './enums.js';
import { userTimeZone } from './time.js';

/** Apex Reference: "UserInfo Class", "FeatureManagement Class", "Request Class". */

/** A row of the platform's own, read without counting. */
function internalRow(soql: string): SObject | null {
  const rows = tx().org.queries.query(soql, { accessLevel: 'SYSTEM_MODE', enforceSharing: false, internal: true });
  return (rows.items[0] as SObject | undefined) ?? null;
}

function userField(name: string): unknown {
  return internalRow(`SELECT ${name} FROM User WHERE Id = '${tx().user.id}'`)?.values.get(name) ?? null;
}

function organizationField(name: string): unknown {
  return internalRow(`SELECT ${name} FROM Organization LIMIT 1`)?.values.get(name) ?? null;
}

/** Lightning Experience, for everybody. */
const THEME = 'Theme4d';

export const declarations = [
  builtin('class UserInfo', {
    'static Id getUserId()': () => tx().user.id,
    'static String getName()': () => tx().user.name,
    'static String getFirstName()': () => userField('FirstName'),
    'static String getLastName()': () => userField('LastName'),
    'static String getUserName()': () => tx().user.username,
    'static String getUserEmail()': () => userField('Email'),
    'static String getUserType()': () => userField('UserType'),
    'static Id getProfileId()': () => tx().user.profileId,
    'static Id getUserRoleId()': () => userField('UserRoleId'),
    'static Id getOrganizationId()': () => organizationField('Id'),
    'static String getOrganizationName()': () => organizationField('Name'),
    'static String getLocale()': () => tx().user.locale,
    'static String getLanguage()': () => tx().user.language,
    'static TimeZone getTimeZone()': () => userTimeZone(),
    'static Boolean isMultiCurrencyOrganization()': () => false,
    'static String getDefaultCurrency()': () => 'USD',
    // Only requests of a session have one; asynchronous work and tests run without.
    'static String getSessionId()': () => tx().scratch.get('sessionId') ?? null,
    'static String getUiTheme()': () => THEME,
    'static String getUiThemeDisplayed()': () => THEME,
    // No managed package is installed, so nobody is licensed for one.
    'static Boolean isCurrentUserLicensed(String namespace)': () => false
  }),
  builtin('class FeatureManagement', {
    'static Boolean checkPermission(String apiName)': (name: string) => tx().org.access.hasPermission(tx().user, name)
  }),
  builtin('class Request', {
    'static Request getCurrent()': () => new BuiltinObject('Request'),
    'Quiddity getQuiddity()': () => enumConstant('Quiddity', tx().quiddity),
    'String getRequestId()': () => tx().requestId
  })
];
