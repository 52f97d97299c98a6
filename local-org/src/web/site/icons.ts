/** Icons of standard objects in the Lightning Design System, where the name isn't the object's. */
const STANDARD: Readonly<Record<string, string>> = {
  account: 'account',
  asset: 'asset_object',
  campaign: 'campaign',
  campaignmember: 'campaign_members',
  campaignmemberstatus: 'campaign_members',
  case: 'case',
  contact: 'contact',
  contract: 'contract',
  event: 'event',
  lead: 'lead',
  opportunity: 'opportunity',
  opportunitylineitem: 'product_item',
  order: 'orders',
  pricebook2: 'pricebook',
  product2: 'product',
  report: 'report',
  profile: 'user',
  task: 'task',
  user: 'user'
};

/** Icon of an object. A custom object has the one of its tab: the motif `Custom39: Telescope` is the icon `custom:custom39`. */
export function objectIcon(name: string, motif: string | null): string {
  const standard = STANDARD[name.toLowerCase()];
  if (standard) return `standard:${standard}`;
  return motifIcon(motif) ?? (name.endsWith('__c') ? 'standard:custom' : 'standard:record');
}

export function motifIcon(motif: string | null): string | null {
  const number = /^Custom(\d+)/i.exec(motif ?? '')?.[1];
  return number ? `custom:custom${number}` : null;
}
