import { idOf } from '../../schema/index.js';
import type { ObjectInfo, Schema } from '../../schema/model.js';
import { GRANTED_OBJECTS, PROFILES, profileAllows, type ProfileDefinition } from '../profiles.js';
import type { SeedRow } from './rows.js';

export const ADMIN_USERNAME = 'admin@example.com';
export const AUTOMATED_PROCESS = 'autoproc@00dlo0000000000ea0';
export const INTEGRATION_USERNAME = 'integration@example.com';

export const ORGANIZATION_ID = idOf('00D', 'Local org');

export function profileId(name: string): string {
  return idOf('00e', name);
}

/** The id of the permission set that holds what a profile allows. */
export function profileSetId(name: string): string {
  return idOf('0PS', `Profile ${name}`);
}

export function userId(username: string): string {
  return idOf('005', username);
}

export function organization(): SeedRow {
  return {
    Id: ORGANIZATION_ID,
    Name: 'Local Org',
    OrganizationType: 'Developer Edition',
    InstanceName: 'LOCAL',
    IsSandbox: false,
    IsReadOnly: false,
    TimeZoneSidKey: 'America/Los_Angeles',
    DefaultLocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    Country: 'US',
    FiscalYearStartMonth: 1,
    PrimaryContact: 'Ada Admin',
    DefaultAccountAccess: 'Edit',
    DefaultContactAccess: 'ControlledByParent',
    DefaultLeadAccess: 'ReadEditTransfer',
    DefaultOpportunityAccess: 'Read',
    DefaultCaseAccess: 'ReadEditTransfer',
    DefaultCampaignAccess: 'All',
    DefaultPricebookAccess: 'ReadSelect',
    DefaultCalendarAccess: 'HideDetailsInsert'
  };
}

export function licenses(): SeedRow[] {
  return [...new Set(PROFILES.map((profile) => profile.license))].map((name) => ({
    Id: idOf('100', name),
    Name: name,
    MasterLabel: name,
    LicenseDefinitionKey: name === 'Salesforce' ? 'SFDC' : name.toUpperCase().replace(/ /g, '_'),
    Status: 'Active',
    TotalLicenses: 100,
    UsedLicenses: name === 'Salesforce' ? 1 : 0
  }));
}

/** Every profile, the permission set that the platform keeps for it, and the objects that this grants. */
export function profiles(schema: Schema): {
  readonly profiles: SeedRow[];
  readonly permissionSets: SeedRow[];
  readonly objectPermissions: SeedRow[];
} {
  return {
    profiles: PROFILES.map((definition) => ({
      Id: profileId(definition.name),
      Name: definition.name,
      UserType: definition.userType,
      UserLicenseId: idOf('100', definition.license),
      ...permissions(schema.object('Profile')!, definition)
    })),
    permissionSets: PROFILES.map((definition) => ({
      Id: profileSetId(definition.name),
      Name: `X${profileId(definition.name)}`,
      Label: profileId(definition.name),
      ProfileId: profileId(definition.name),
      IsOwnedByProfile: true,
      IsCustom: false,
      Type: 'Profile',
      LicenseId: idOf('100', definition.license),
      ...permissions(schema.object('PermissionSet')!, definition)
    })),
    objectPermissions: PROFILES.flatMap(objectPermissions)
  };
}

/**
 * What a profile allows is found in the rows of its permission set, and an object of which it allows nothing has none (Object Reference,
 * ObjectPermissions: "only supported in PermissionSet, not in Profile").
 */
function objectPermissions(definition: ProfileDefinition): SeedRow[] {
  const parent = profileSetId(definition.name);
  return [...GRANTED_OBJECTS]
    .filter((object) => profileAllows(definition, object, 'read'))
    .map((object) => ({
      Id: idOf('110', `${parent}.${object}`),
      ParentId: parent,
      SobjectType: object,
      PermissionsCreate: profileAllows(definition, object, 'create'),
      PermissionsRead: true,
      PermissionsEdit: profileAllows(definition, object, 'edit'),
      PermissionsDelete: profileAllows(definition, object, 'delete'),
      PermissionsViewAllRecords: definition.admin,
      PermissionsModifyAllRecords: definition.admin
    }));
}

/** The checkboxes of the profile's system permissions, as far as the object shows them. */
function permissions(info: ObjectInfo, { admin, systemPermissions }: ProfileDefinition): Record<string, boolean> {
  const names = [...(admin ? ADMIN_PERMISSIONS : []), ...systemPermissions].map((name) => `Permissions${name}`);
  return Object.fromEntries(names.filter((name) => info.field(name)).map((name) => [name, true]));
}

const ADMIN_PERMISSIONS =
  `ApiEnabled AssignPermissionSets AuthorApex ChatterInternalUser ConvertLeads CustomizeApplication DataExport EditEvent EditTask EmailMass
  EmailSingle ExportReport ImportLeads LightningExperienceUser ManageCases ManageInternalUsers ManageRoles MassInlineEdit SubmitMacrosAllowed ManageLeads ManageSharing ManageUsers
  ModifyAllData ModifyMetadata ResetPasswords RunFlow RunReports ScheduleReports TransferAnyEntity TransferAnyLead ViewAllData ViewAllUsers ViewHelpLink
  ViewRoles ViewSetup`.split(/\s+/);

export function users(): SeedRow[] {
  return [
    user(ADMIN_USERNAME, 'Ada', 'Admin', 'System Administrator', { UserPermissionsMarketingUser: true }),
    user(INTEGRATION_USERNAME, null, 'Integration User', 'Minimum Access - API Only Integrations', {}),
    user(AUTOMATED_PROCESS, null, 'Automated Process', 'System Administrator', {
      UserType: 'AutomatedProcess',
      Alias: 'autoproc',
      ProfileId: null
    })
  ];
}

function user(username: string, first: string | null, last: string, profile: string, changes: Readonly<Record<string, unknown>>): SeedRow {
  return {
    Id: userId(username),
    Username: username,
    FirstName: first,
    LastName: last,
    Name: first ? `${first} ${last}` : last,
    Alias: (first ? first[0] + last : last).toLowerCase().replace(/\W/g, '').slice(0, 8),
    Email: username,
    CommunityNickname: username.split('@')[0],
    IsActive: true,
    UserType: 'Standard',
    ProfileId: profileId(profile),
    TimeZoneSidKey: 'America/Los_Angeles',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    ...changes
  };
}
