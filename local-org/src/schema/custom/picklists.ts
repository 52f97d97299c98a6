import type { ProjectMetadata, ValueSetSource, XmlElement } from '../../metadata/index.js';
import type { PicklistValue } from '../model.js';

/** The picklist of a custom field: its own values, or those of a global value set. Metadata before API 38 keeps them under `picklist`. */
export function fieldPicklist(
  field: XmlElement,
  metadata: ProjectMetadata
): { values: PicklistValue[]; restricted: boolean; controllingField: string | null } {
  const valueSet = field.first('valueSet');
  if (valueSet) {
    const globalName = valueSet.text('valueSetName');
    const values = globalName ? globalValues(globalName, metadata) : readValues(valueSet.first('valueSetDefinition'), 'value');
    return {
      values,
      // A field on a global value set is always restricted (Metadata API: ValueSet).
      restricted: valueSet.flag('restricted') || globalName !== null,
      controllingField: valueSet.text('controllingField')
    };
  }
  const legacy = field.first('picklist');
  return {
    values: readValues(legacy, 'picklistValues'),
    restricted: legacy?.flag('restrictedPicklist') ?? false,
    controllingField: legacy?.text('controllingField') ?? null
  };
}

function globalValues(name: string, metadata: ProjectMetadata): PicklistValue[] {
  const plain = name.replace(/__gvs$/, '').toLowerCase();
  const source = metadata.globalValueSets.find((set) => set.name.replace(/__gvs$/, '').toLowerCase() === plain);
  return source ? valueSetValues(source) : [];
}

/** Values of a global or standard value set. */
export function valueSetValues(source: ValueSetSource): PicklistValue[] {
  const { element } = source;
  return [...readValues(element, 'customValue'), ...readValues(element, 'globalPicklistValues'), ...readValues(element, 'standardValue')];
}

function readValues(parent: XmlElement | null, tag: string): PicklistValue[] {
  const sorted = parent?.flag('sorted') ?? false;
  const values = (parent?.all(tag) ?? []).map((value) => ({
    value: value.text('fullName') ?? '',
    label: value.text('label') ?? value.text('fullName') ?? '',
    isDefault: value.flag('default'),
    active: value.flag('isActive', true)
  }));
  return sorted ? values.sort((a, b) => a.label.localeCompare(b.label)) : values;
}

/** Which fields a standard value set belongs to (Metadata API: "StandardValueSet Names and Standard Picklist Fields"). */
export const STANDARD_VALUE_SETS: Readonly<Record<string, readonly string[]>> = {
  AccountRating: ['Account.Rating', 'Lead.Rating'],
  AccountType: ['Account.Type'],
  AccountOwnership: ['Account.Ownership'],
  AssetStatus: ['Asset.Status'],
  CampaignMemberStatus: ['CampaignMember.Status'],
  CampaignStatus: ['Campaign.Status'],
  CampaignType: ['Campaign.Type'],
  CaseOrigin: ['Case.Origin'],
  CasePriority: ['Case.Priority'],
  CaseReason: ['Case.Reason'],
  CaseStatus: ['Case.Status'],
  CaseType: ['Case.Type'],
  ContactRole: ['OpportunityContactRole.Role', 'AccountContactRole.Role'],
  ContractStatus: ['Contract.Status'],
  EventSubject: ['Event.Subject'],
  EventType: ['Event.Type'],
  Industry: ['Account.Industry', 'Lead.Industry'],
  LeadSource: ['Lead.LeadSource', 'Contact.LeadSource', 'Opportunity.LeadSource', 'Account.AccountSource'],
  LeadStatus: ['Lead.Status'],
  OpportunityStage: ['Opportunity.StageName'],
  OpportunityType: ['Opportunity.Type'],
  OrderStatus: ['Order.Status'],
  OrderType: ['Order.Type'],
  Product2Family: ['Product2.Family'],
  QuoteStatus: ['Quote.Status'],
  RoleInTerritory2: [],
  Salutation: ['Contact.Salutation', 'Lead.Salutation'],
  SalesTeamRole: ['OpportunityTeamMember.TeamMemberRole', 'AccountTeamMember.TeamMemberRole'],
  SolutionStatus: ['Solution.Status'],
  TaskPriority: ['Task.Priority'],
  TaskStatus: ['Task.Status'],
  TaskSubject: ['Task.Subject'],
  TaskType: ['Task.Type'],
  WorkOrderPriority: ['WorkOrder.Priority'],
  WorkOrderStatus: ['WorkOrder.Status']
};
