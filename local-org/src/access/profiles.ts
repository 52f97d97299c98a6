import type { ObjectRight } from '../org/contracts.js';

/**
 * The standard profiles that a new org has, and what they allow on standard objects (Salesforce help, "Standard Profiles"). On custom objects they
 * allow nothing: that is for permission sets.
 */
export interface ProfileDefinition {
  readonly name: string;
  readonly license: string;
  readonly userType: string;
  /** Modify All Data and everything else. */
  readonly admin: boolean;
  /** Object → `CRED`: create, read, edit, delete. */
  readonly objects: Readonly<Record<string, string>>;
  /** Whether standard fields are visible; the minimum profiles show none beyond the required ones. */
  readonly standardFields: boolean;
  readonly systemPermissions: readonly string[];
}

const READ_ALL =
  'Account Contact Lead Opportunity Campaign Case Contract Order Product2 Pricebook2 Asset Solution Idea Document Individual Location Quote WorkOrder Entitlement ServiceContract'.split(
    ' '
  );

function rights(base: string, others: Readonly<Record<string, string>>): Record<string, string> {
  return { ...Object.fromEntries(READ_ALL.map((object) => [object, base])), ...others };
}

const STANDARD_USER = rights('CRED', {
  Campaign: 'R',
  Case: 'CRE',
  Contract: 'CRED',
  Document: 'R',
  Idea: 'CR',
  Lead: 'CRE',
  Location: 'R',
  Pricebook2: 'R',
  Product2: 'R',
  Solution: 'CRE',
  Entitlement: 'R',
  ServiceContract: 'R'
});

const EVERYDAY =
  'ApiEnabled ChatterInternalUser ConvertLeads EditEvent EditTask EmailSingle ExportReport LightningExperienceUser MassInlineEdit RunFlow RunReports SubmitMacrosAllowed ViewHelpLink ViewRoles ViewSetup'.split(
    ' '
  );

const NOTHING: Readonly<Record<string, string>> = {};

export const PROFILES: readonly ProfileDefinition[] = [
  profile('System Administrator', { admin: true, standardFields: true }),
  profile('Standard User', { objects: STANDARD_USER, standardFields: true, systemPermissions: EVERYDAY }),
  profile('Marketing User', {
    objects: { ...STANDARD_USER, Campaign: 'CRED', Lead: 'CRED', Document: 'CRED' },
    standardFields: true,
    systemPermissions: [...EVERYDAY, 'ImportLeads', 'EmailMass']
  }),
  profile('Contract Manager', { objects: STANDARD_USER, standardFields: true, systemPermissions: EVERYDAY }),
  profile('Solution Manager', {
    objects: { ...STANDARD_USER, Solution: 'CRED' },
    standardFields: true,
    systemPermissions: [...EVERYDAY, 'ManageSolutions']
  }),
  profile('Read Only', {
    objects: rights('R', {}),
    standardFields: true,
    systemPermissions: [
      'ApiEnabled',
      'ChatterInternalUser',
      'ExportReport',
      'LightningExperienceUser',
      'RunReports',
      'ViewHelpLink',
      'ViewRoles',
      'ViewSetup'
    ]
  }),
  profile('Minimum Access - Salesforce', { systemPermissions: ['ChatterInternalUser', 'LightningExperienceUser', 'ViewHelpLink'] }),
  profile('Minimum Access - API Only Integrations', { license: 'Salesforce Integration', systemPermissions: ['ApiEnabled'] }),
  profile('Salesforce API Only System Integrations', { license: 'Salesforce Integration', systemPermissions: ['ApiEnabled'] }),
  profile('Standard Platform User', {
    license: 'Salesforce Platform',
    objects: {
      Account: 'CRED',
      Contact: 'CRED',
      Asset: 'CRED',
      Document: 'R',
      Idea: 'CR',
      Individual: 'CRED',
      Location: 'R',
      Order: 'R',
      Contract: 'R'
    },
    standardFields: true,
    systemPermissions: EVERYDAY.filter((permission) => permission !== 'ConvertLeads')
  }),
  profile('Identity User', { license: 'Identity', systemPermissions: ['ApiEnabled'] }),
  profile('Chatter Free User', { license: 'Chatter Free', userType: 'CSNOnly', systemPermissions: ['ChatterInternalUser'] }),
  profile('Chatter External User', { license: 'Chatter External', userType: 'CSNOnly' }),
  profile('Chatter Moderator User', { license: 'Chatter Free', userType: 'CSNOnly', systemPermissions: ['ChatterInternalUser'] })
];

function profile(name: string, changes: Partial<ProfileDefinition>): ProfileDefinition {
  return {
    name,
    license: 'Salesforce',
    userType: 'Standard',
    admin: false,
    objects: NOTHING,
    standardFields: false,
    systemPermissions: [],
    ...changes
  };
}

const LETTERS: Partial<Record<ObjectRight, string>> = { create: 'C', read: 'R', edit: 'E', delete: 'D' };

export function profileAllows(definition: ProfileDefinition, object: string, right: ObjectRight): boolean {
  if (definition.admin) return true;
  const letter = LETTERS[right];
  return letter !== undefined && (definition.objects[object]?.includes(letter) ?? false);
}

/** Objects that profiles and permission sets grant by themselves, besides custom ones. */
export const GRANTED_OBJECTS: ReadonlySet<string> = new Set(READ_ALL);
