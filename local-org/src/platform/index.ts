import type { ObjectBehaviour, Platform } from '../data/index.js';
import { account } from './account.js';
import { event, task } from './activities.js';
import { campaign } from './campaign.js';
import { campaignMember } from './campaignMember.js';
import { campaignMemberStatus } from './campaignMemberStatus.js';
import { supportCase } from './cases.js';
import { hierarchySetting, listSetting } from './customSettings.js';
import { attachment, contentDocumentLink, contentVersion } from './files.js';
import { heldRows } from './heldRows.js';
import { convertLead } from './leadConversion.js';
import { opportunity, opportunityLineItem } from './opportunity.js';
import { named, people } from './persons.js';
import { pricebookEntry } from './products.js';
import { grants, group, permissionSetAssignment, user } from './users.js';

export { standardPricebookId } from './products.js';

const behaviours: readonly ObjectBehaviour[] = [
  named,
  people,
  account,
  campaign,
  campaignMember,
  campaignMemberStatus,
  opportunity,
  opportunityLineItem,
  pricebookEntry,
  user,
  permissionSetAssignment,
  grants,
  group,
  task,
  event,
  supportCase,
  contentVersion,
  contentDocumentLink,
  attachment,
  hierarchySetting,
  listSetting,
  heldRows
];

/** What standard objects do by themselves. */
export const platform: Platform = { behaviours, convertLead };
