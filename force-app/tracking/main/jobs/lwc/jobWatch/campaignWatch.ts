import getJobs from '@salesforce/apex/StatusJobController.getJobs';
import resumeJob from '@salesforce/apex/StatusJobController.resumeJob';
import membersChangedChannel from '@salesforce/messageChannel/CampaignMembersChanged__c';
import userId from '@salesforce/user/Id';
import { createMessageContext, publish, releaseMessageContext } from 'lightning/messageService';
import { doneCount, hasEnded, isUnfinished } from 'c/jobText';
import { JobPoll } from './jobPoll';
import { hearProgress, type ProgressPayload } from './progressEvents';

export const NEWEST_JOBS = 20;

export interface JobListener {
  /** A job that was not known before, or that is not as it was. */
  onProgress(job: Apex.StatusJobView): void;
  /** The newest jobs of the campaign, at most NEWEST_JOBS, whenever they were read. */
  onRead?(jobs: readonly Apex.StatusJobView[]): void;
  /** They could not be read. */
  onError?(error: unknown): void;
}

/** Watches the jobs of one campaign for everything on the page that shows them: one subscription, one question at a time. */
export class CampaignWatch {
  private readonly listeners = new Set<JobListener>();
  private readonly known = new Map<string, Apex.StatusJobView>();
  private readonly poll = new JobPoll(
    () => this.read(),
    () => [...this.known.values()].some(({ state }) => isUnfinished(state))
  );
  private readonly context = createMessageContext();
  private newest?: readonly Apex.StatusJobView[];
  private stopHearing?: () => void;
  private workerWasFreed = false;

  private readonly campaignId: string;

  constructor(campaignId: string) {
    this.campaignId = campaignId;
  }

  /** Tells the listener what is known and what changes, until the function that it gives back is called: how many listen still. */
  join(listener: JobListener): () => number {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.start();
    else this.catchUp(listener);
    return () => {
      if (this.listeners.delete(listener) && this.listeners.size === 0) this.stop();
      return this.listeners.size;
    };
  }

  /** Asks now: something was started, or an error is to be got over. */
  lookAgain(): void {
    this.poll.lookAgain();
  }

  /** Takes in what an action or a question answered about a job. */
  take(job: Apex.StatusJobView): void {
    const before = this.known.get(job.jobId);
    // A question that was asked before an event came is answered after it.
    if (before && doneCount(job) < doneCount(before)) return;
    this.known.set(job.jobId, job);
    if (before && JSON.stringify(before) === JSON.stringify(job)) return;
    this.poll.moved();
    for (const listener of [...this.listeners]) listener.onProgress(job);
    const wasSeenAtWork = before ? !hasEnded(before.state) : this.newest !== undefined;
    if (wasSeenAtWork && hasEnded(job.state)) this.end();
  }

  private start(): void {
    this.stopHearing = hearProgress((payload) => this.hear(payload));
    void this.poll.askNow();
  }

  private stop(): void {
    this.stopHearing?.();
    this.poll.stop();
    releaseMessageContext(this.context);
  }

  private catchUp(listener: JobListener): void {
    for (const job of this.known.values()) listener.onProgress(job);
    if (this.newest) listener.onRead?.(this.newest.map((job) => this.known.get(job.jobId) ?? job));
    else void this.poll.askNow();
  }

  private hear(payload: ProgressPayload): void {
    if (payload.Campaign_Id__c?.slice(0, 15) !== this.campaignId.slice(0, 15)) return;
    const job = this.known.get(payload.Job_Id__c);
    // An event has the figures only: who, what, and what may be done now has to be asked for.
    const isNews = job?.state !== payload.State__c;
    if (job) this.take(withFigures(job, payload));
    this.poll.plan(isNews);
  }

  private async read(): Promise<void> {
    try {
      this.receive(await getJobs({ campaignId: this.campaignId, beforeId: null, pageSize: NEWEST_JOBS }));
    } catch (error) {
      for (const listener of [...this.listeners]) listener.onError?.(error);
    }
  }

  private receive(jobs: readonly Apex.StatusJobView[]): void {
    if (this.listeners.size === 0) return;
    for (const job of [...jobs].reverse()) this.take(job);
    this.newest = jobs;
    for (const listener of [...this.listeners]) listener.onRead?.(jobs.map((job) => this.known.get(job.jobId) ?? job));
    if (this.workerWasFreed) void this.startOwnWaitingJob();
  }

  private end(): void {
    publish(this.context, membersChangedChannel, { campaignId: this.campaignId });
    this.workerWasFreed = true;
  }

  /** The worker of the campaign is free: the user's own next job need not wait for its own look at it. */
  private async startOwnWaitingJob(): Promise<void> {
    this.workerWasFreed = false;
    const waiting = [...this.known.values()].filter(({ state, createdById }) => state === 'Waiting' && createdById === userId);
    const next = waiting.sort((a, b) => (a.jobId < b.jobId ? -1 : 1))[0];
    if (!next) return;
    try {
      this.take(await resumeJob({ jobId: next.jobId }));
    } catch {
      // The job looks by itself, too, later; it shows as waiting until then.
    }
  }
}

function withFigures(job: Apex.StatusJobView, payload: ProgressPayload): Apex.StatusJobView {
  const { State__c: state, Total__c: total, Changed__c: changed, Skipped__c: skipped, Failed__c: failed } = payload;
  return { ...job, state, total, changed, skipped, failed, notReached: total - changed - skipped - failed };
}
