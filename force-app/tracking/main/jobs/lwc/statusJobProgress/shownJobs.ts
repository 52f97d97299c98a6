import { hasEnded, isUnfinished } from 'c/jobText';

type Job = Apex.StatusJobView;

interface Mark {
  readonly isBusy: boolean;
  readonly failure?: string;
}

export interface ShownJob extends Mark {
  readonly job: Job;
}

/** Which jobs are shown: the one that is wanted, those that are not finished, and those that have ended while they were shown. */
export class ShownJobs {
  wanted?: string;

  private readonly jobs = new Map<string, Job>();
  private readonly marks = new Map<string, Mark>();
  private readonly dismissed = new Set<string>();
  private readonly ended = new Set<string>();

  /** Takes in how a job stands now, and says whether one that is shown has ended by that. */
  take(job: Job): { readonly jobs: readonly ShownJob[]; readonly hasJustEnded: boolean } {
    const { jobId } = job;
    const isOver = hasEnded(job.state);
    if (isUnfinished(job.state)) {
      this.dismissed.delete(jobId);
      this.ended.delete(jobId);
    }
    if (isUnfinished(job.state) || jobId === this.wanted || this.jobs.has(jobId)) this.jobs.set(jobId, job);
    const hasJustEnded = isOver && this.jobs.has(jobId) && !this.ended.has(jobId);
    if (hasJustEnded) this.ended.add(jobId);
    return { jobs: this.list(), hasJustEnded };
  }

  /** Whether something that was asked for is on its way, or why it was not done. */
  mark(jobId: string, mark: Mark): readonly ShownJob[] {
    this.marks.set(jobId, mark);
    return this.list();
  }

  dismiss(jobId: string): readonly ShownJob[] {
    this.dismissed.add(jobId);
    return this.list();
  }

  clear(): readonly ShownJob[] {
    for (const kept of [this.jobs, this.marks, this.dismissed, this.ended]) kept.clear();
    return [];
  }

  /** Newest first: ids are given in the order in which jobs were asked for. */
  private list(): readonly ShownJob[] {
    return [...this.jobs.values()]
      .filter(({ jobId }) => !this.dismissed.has(jobId))
      .sort((a, b) => (a.jobId < b.jobId ? 1 : -1))
      .map((job) => ({ job, isBusy: false, ...this.marks.get(job.jobId) }));
  }
}
