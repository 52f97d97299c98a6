import membersChangedChannel from '@salesforce/messageChannel/CampaignMembersChanged__c';
import statusChosenChannel from '@salesforce/messageChannel/CampaignStatusChosen__c';
import {
  APPLICATION_SCOPE,
  publish,
  subscribe,
  unsubscribe,
  type MessageSubscription,
  type WiredMessageContext
} from 'lightning/messageService';
import type { ChosenStatus, MembersChanged } from 'c/chosenStatus';

/** What to do with what other components of the page say. */
export interface MessageHandlers {
  readonly statusChosen: (chosen: ChosenStatus) => void;
  readonly membersChanged: (changed: MembersChanged) => void;
}

/** What the editor hears from the rest of the page, and tells it. Its own messages do not come back to it. */
export class EditorMessages {
  private subscriptions: readonly MessageSubscription[];
  private isPublishing = false;
  private readonly context: WiredMessageContext;

  constructor(context: WiredMessageContext, { statusChosen, membersChanged }: MessageHandlers) {
    const options = { scope: APPLICATION_SCOPE } as const;
    const hear = (changed: MembersChanged): void => {
      if (!this.isPublishing) membersChanged(changed);
    };
    this.context = context;
    this.subscriptions = [
      subscribe(context, statusChosenChannel, statusChosen, options),
      subscribe(context, membersChangedChannel, hear, options)
    ];
  }

  tellMembersChanged(campaignId: string): void {
    this.isPublishing = true;
    publish(this.context, membersChangedChannel, { campaignId });
    this.isPublishing = false;
  }

  stop(): void {
    this.subscriptions.forEach(unsubscribe);
    this.subscriptions = [];
  }
}
