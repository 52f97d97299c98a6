/** What the dashboard tells the editor about a campaign. */
export interface ChosenStatus {
  readonly campaignId: string;
  readonly status: string;
}

/** What the editor tells the dashboard after it changed members. */
export interface MembersChanged {
  readonly campaignId: string;
}

const chosen = new Map<string, string>();

/**
 * Keeps the status for an editor that is not on the page yet: the content of a record page's tab is made when the tab is opened, too late
 * for a message that was sent before.
 */
export function rememberStatus({ campaignId, status }: ChosenStatus): void {
  chosen.set(campaignId, status);
}

/** Gives the remembered status of a campaign, once. */
export function takeStatus(campaignId: string): string | undefined {
  const status = chosen.get(campaignId);
  chosen.delete(campaignId);
  return status;
}
