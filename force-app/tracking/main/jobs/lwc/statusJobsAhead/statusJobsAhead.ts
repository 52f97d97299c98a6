import { LightningElement, api } from 'lwc';
import { queueNotice } from 'c/jobText';
import { watchJobs } from 'c/jobWatch';

/** Says what a job that is about to be started has to wait for, and what that means for it; nothing where it begins at once. */
export default class StatusJobsAhead extends LightningElement {
  @api campaignId = '';

  notice?: string;

  private readonly jobs = new Map<string, Apex.StatusJobView>();
  private stopWatching?: () => void;

  connectedCallback(): void {
    this.stopWatching = watchJobs(this.campaignId, (job) => {
      this.jobs.set(job.jobId, job);
      this.notice = queueNotice(this.jobs.values());
    });
  }

  disconnectedCallback(): void {
    this.stopWatching?.();
  }
}
