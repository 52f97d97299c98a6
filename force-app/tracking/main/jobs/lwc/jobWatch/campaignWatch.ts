import getJobs from '@salesforce/apex/StatusJobController.getJobs';
import resumeJob from '@salesforce/apex/StatusJobController.resumeJob';
import membersChangedChannel from '@salesforce/messageChannel/CampaignMembersChanged__c';
import userId from '@salesforce/user/Id';
import { createMessageContext, publish, releaseMessageContext } from 'lightning/messageService';
import { doneCount, hasEnded, isUnfinished } from 'c/jobText';
import { PollPace } from './pollPace';
import { eventsArrive, hearProgress, type ProgressPayload } from './progressEvents';

export const NEWEST_JOBS = 20;
/** Several events come at once when a job ends; one question is enough. Milliseconds. */
const SOON = 300;

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
  private readonly pace = new PollPace();
  private readonly context = createMessageContext();
  private newest?: readonly Apex.StatusJobView[];
  private timer?: ReturnType<typeof setTimeout>;
  private stopHearing?: () => void;
  private reading = false;
  private shouldReadAgain = false;
  private isSoonPlanned = false;
  private workerWasFreed = false;
  private moved = false;

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
    this.pace.moved();
    void this.read();
  }

  /** Takes in what an action or a question answered about a job. */
  take(job: Apex.StatusJobView): void {
    const before = this.known.get(job.jobId);
    // A question that was asked before an event came is answered after it.
    if (before && doneCount(job) < doneCount(before)) return;
    this.known.set(job.jobId, job);
    if (before && JSON.stringify(before) === JSON.stringify(job)) return;
    this.moved = true;
    for (const listener of [...this.listeners]) listener.onProgress(job);
    const wasSeenAtWork = before ? !hasEnded(before.state) : this.newest !== undefined;
    if (wasSeenAtWork && hasEnded(job.state)) this.end();
  }

  private start(): void {
    this.stopHearing = hearProgress((payload) => this.hear(payload));
    void this.read();
  }

  private stop(): void {
    this.stopHearing?.();
    clearTimeout(this.timer);
    releaseMessageContext(this.context);
  }

  private catchUp(listener: JobListener): void {
    for (const job of this.known.values()) listener.onProgress(job);
    if (this.newest) listener.onRead?.(this.newest.map((job) => this.known.get(job.jobId) ?? job));
    else void this.read();
  }

  private hear(payload: ProgressPayload): void {
    if (payload.Campaign_Id__c?.slice(0, 15) !== this.campaignId.slice(0, 15)) return;
    const job = this.known.get(payload.Job_Id__c);
    // An event has the figures only: who, what, and what may be done now has to be asked for.
    const isNews = job?.state !== payload.State__c;
    if (job) this.take(withFigures(job, payload));
    this.plan(isNews);
  }

  private async read(): Promise<void> {
    clearTimeout(this.timer);
    this.isSoonPlanned = false;
    this.shouldReadAgain = this.reading;
    if (this.reading) return;
    this.reading = true;
    this.moved = false;
    try {
      this.receive(await getJobs({ campaignId: this.campaignId, beforeId: null, pageSize: NEWEST_JOBS }));
    } catch (error) {
      for (const listener of [...this.listeners]) listener.onError?.(error);
    }
    this.reading = false;
    if (this.moved) this.pace.moved();
    else this.pace.stood();
    this.plan(this.shouldReadAgain);
  }

  private receive(jobs: readonly Apex.StatusJobView[]): void {
    if (this.listeners.size === 0) return;
    for (const job of [...jobs].reverse()) this.take(job);
    this.newest = jobs;
    for (const listener of [...this.listeners]) listener.onRead?.(jobs.map((job) => this.known.get(job.jobId) ?? job));
    if (this.workerWasFreed) void this.startOwnWaitingJob();
  }

  /** Asks soon, or at the pace of what is unfinished; not at all where nothing is, or nobody listens. What is planned soon stays so. */
  private plan(isSoon: boolean): void {
    if (this.isSoonPlanned) return;
    clearTimeout(this.timer);
    if (this.listeners.size === 0) return;
    const isSomethingUnfinished = [...this.known.values()].some(({ state }) => isUnfinished(state));
    if (!isSoon && !isSomethingUnfinished) return;
    this.isSoonPlanned = isSoon;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- it is cleared when the last listener leaves
    this.timer = setTimeout(
      () => {
        void this.read();
      },
      isSoon ? SOON : this.pace.next(eventsArrive())
    );
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
