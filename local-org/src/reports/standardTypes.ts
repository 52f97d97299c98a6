/**
 * Report types that every org has, as far as the local org knows their columns: the names are those of public report metadata. Custom fields are
 * columns too, as `Object.Field__c`; a standard column that is missing here is refused by name.
 */
export interface StandardType {
  readonly label: string;
  readonly category: string;
  /** The objects from parent to child: the child's relationship name and, for the first, the object. */
  readonly tables: readonly string[];
  /** Column → `table: path`, where the table is the position in `tables`. */
  readonly columns: Readonly<Record<string, readonly [table: number, path: string]>>;
}

const CAMPAIGN: StandardType['columns'] = {
  CAMPAIGN_NAME: [0, 'Name'],
  CAMPAIGN_ID: [0, 'Id'],
  ACTUAL_COST: [0, 'ActualCost'],
  AMOUNT_WON: [0, 'AmountWonOpportunities'],
  NUM_CONTACTS: [0, 'NumberOfContacts'],
  NUM_WON_OPPORTUNITIES: [0, 'NumberOfWonOpportunities']
};

export const STANDARD_TYPES: Readonly<Record<string, StandardType>> = {
  CampaignList: { label: 'Campaigns', category: 'campaigns', tables: ['Campaign'], columns: CAMPAIGN },
  CampaignWithCampaignMembers: {
    label: 'Campaigns with Campaign Members',
    category: 'campaigns',
    tables: ['Campaign', 'CampaignMembers'],
    columns: {
      ...CAMPAIGN,
      CAMPAIGN_MEMBER_ID: [1, 'Id'],
      MEMBER_STATUS: [1, 'Status'],
      MEMBER_TYPE: [1, 'Type'],
      HAS_RESPONDED: [1, 'HasResponded'],
      MEMBER_FIRST_RESPONDED_DATE: [1, 'FirstRespondedDate'],
      FIRST_NAME: [1, 'FirstName'],
      LAST_NAME: [1, 'LastName'],
      TITLE: [1, 'Title'],
      COMPANY: [1, 'CompanyOrAccount'],
      EMAIL: [1, 'Email'],
      PHONE: [1, 'Phone']
    }
  }
};

/** `CustomEntity$Invoice__c`: the report type that every custom object with reports has. */
export const CUSTOM_ENTITY = 'CustomEntity$';
