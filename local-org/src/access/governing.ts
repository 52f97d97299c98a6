import type { ObjectRight } from '../org/contracts.js';
import type { ObjectInfo, Schema } from '../schema/model.js';
import { GRANTED_OBJECTS } from './profiles.js';

/** Whose permission decides: another object's right, or a plain answer. */
export type Governor =
  | { readonly kind: 'self' }
  | { readonly kind: 'object'; readonly object: ObjectInfo; readonly right: ObjectRight; readonly marketing?: boolean }
  | { readonly kind: 'everyone' }
  | { readonly kind: 'admins' }
  | { readonly kind: 'customType' };

/** Details that have no permissions of their own: reading asks for read on the parent, writing for edit (Salesforce help, object permissions). */
const FOLLOWS: Readonly<Record<string, string>> = {
  AccountContactRelation: 'Account',
  AccountContactRole: 'Account',
  AccountTeamMember: 'Account',
  CampaignInfluence: 'Campaign',
  CampaignMember: 'Campaign',
  CampaignMemberStatus: 'Campaign',
  CaseComment: 'Case',
  CaseContactRole: 'Case',
  CaseTeamMember: 'Case',
  ContractContactRole: 'Contract',
  OpportunityCompetitor: 'Opportunity',
  OpportunityContactRole: 'Opportunity',
  OpportunityFieldHistory: 'Opportunity',
  OpportunityHistory: 'Opportunity',
  OpportunityLineItem: 'Opportunity',
  OpportunityPartner: 'Opportunity',
  OpportunitySplit: 'Opportunity',
  OpportunityTeamMember: 'Opportunity',
  OrderItem: 'Order',
  PricebookEntry: 'Pricebook2',
  QuoteLineItem: 'Quote',
  WorkOrderLineItem: 'WorkOrder'
};

/** Set-up objects that everyone may read and only administrators may write. */
const SETUP = new Set(
  `User Profile PermissionSet PermissionSetAssignment PermissionSetGroup PermissionSetGroupComponent PermissionSetLicense PermissionSetLicenseAssign
   ObjectPermissions FieldPermissions SetupEntityAccess CustomPermission Group GroupMember QueueSobject UserRole Organization RecordType EmailTemplate Folder
   BusinessHours Holiday OrgWideEmailAddress`.split(/\s+/)
);

export function governor(schema: Schema, info: ObjectInfo, right: ObjectRight): Governor {
  const writes = right !== 'read' && right !== 'viewAll';
  const main = mainObject(schema, info);
  if (main) return { kind: 'object', object: main, right: writes && info.kind === 'share' ? 'edit' : 'read' };
  if (info.kind === 'customMetadata' || info.kind === 'listSetting' || info.kind === 'hierarchySetting') return { kind: 'customType' };
  const parent = FOLLOWS[info.name];
  if (parent) {
    // Statuses are set up by marketing users only (object reference, CampaignMemberStatus).
    return {
      kind: 'object',
      object: schema.object(parent)!,
      right: writes ? 'edit' : 'read',
      marketing: writes && info.name === 'CampaignMemberStatus'
    };
  }
  if (info.custom || GRANTED_OBJECTS.has(info.name)) return { kind: 'self' };
  if (SETUP.has(info.name) || !info.triggerable) return writes ? { kind: 'admins' } : { kind: 'everyone' };
  return { kind: 'everyone' };
}

/** The object that a share, history, feed or change event is about. */
export function mainObject(schema: Schema, info: ObjectInfo): ObjectInfo | undefined {
  if (!['share', 'history', 'changeEvent'].includes(info.kind) && !/(__|[a-z])Feed$/.test(info.name)) return undefined;
  const custom = /^(.+)__(Share|History|Feed|ChangeEvent)$/.exec(info.name);
  if (custom) return schema.object(`${custom[1]}__c`);
  return schema.object(info.name.replace(/(Share|FieldHistory|History|Feed|ChangeEvent)$/, ''));
}
