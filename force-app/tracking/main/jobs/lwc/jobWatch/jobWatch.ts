import { CampaignWatch, NEWEST_JOBS, type JobListener } from './campaignWatch';

export { NEWEST_JOBS };

/** A job with its latest figures. */
export type JobProgress = Apex.StatusJobView;

const watches = new Map<string, CampaignWatch>();

/**
 * Tells of the jobs of a campaign: the newest ones at first, then whatever changes, by events, and by asking where no event comes.
 * Ends when the function that it gives back is called. When a job has ended, the page is told by CampaignMembersChanged__c, and the user's
 * own next job that waits is started.
 */
export function watchJobs(
  campaignId: string,
  onProgress: (job: JobProgress) => void,
  others: Omit<JobListener, 'onProgress'> = {}
): () => void {
  const watch = watches.get(campaignId) ?? new CampaignWatch(campaignId);
  watches.set(campaignId, watch);
  const leave = watch.join({ ...others, onProgress });
  return () => {
    if (leave() === 0 && watches.get(campaignId) === watch) watches.delete(campaignId);
  };
}

/** Asks for the jobs of a campaign that is watched now. */
export function lookAgain(campaignId: string): void {
  watches.get(campaignId)?.lookAgain();
}

/** Tells everything that watches the job's campaign what an action answered. */
export function tellOfJob(job: JobProgress): void {
  const watch = watches.get(job.campaignId);
  watch?.take(job);
  watch?.lookAgain();
}
