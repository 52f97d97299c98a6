/** A campaign as the list shows it. */
export interface CampaignOption {
  readonly campaignId: string;
  readonly elementId: string;
  readonly name: string;
  readonly details: string;
  readonly selected: string;
  readonly optionClass: string;
}

export function toOptions(campaigns: readonly Apex.CampaignChoice[], active: number): CampaignOption[] {
  return campaigns.map(({ campaignId, name, type, status }, index) => ({
    campaignId: campaignId ?? '',
    elementId: `option-${index}`,
    name: name ?? '',
    details: [type, status].filter(Boolean).join(' · '),
    selected: String(index === active),
    optionClass: `slds-media slds-listbox__option slds-listbox__option_entity slds-listbox__option_has-meta ${index === active ? 'slds-has-focus' : ''}`
  }));
}

/** The place in a list that an arrow key leads to, round at the ends. */
export function activeAfter(key: 'ArrowDown' | 'ArrowUp', active: number, count: number): number {
  if (count === 0) return -1;
  if (key === 'ArrowDown') return (active + 1) % count;
  return active <= 0 ? count - 1 : active - 1;
}
