import announceDone from '@salesforce/label/c.Jobs_Announce_Done';
import { doneCount, doneShare, isAtWork, jobCounts, jobSentence, jobState } from 'c/jobText';
import { fillIn, formatShare } from 'c/textFormat';

const STEP = 0.25;
const PAUSE_MILLISECONDS = 10_000;

/** Decides what a screen reader is told of a job: each new state, and in between a quarter at a time, never twice within ten seconds. */
export class Announcer {
  private state = '';
  private share = 0;
  private at = 0;
  private text = '';

  /** What is to be said now; what was said last, where there is nothing new. */
  say(job: Apex.StatusJobView, now: number): string {
    if (job.state !== this.state) return this.tell(job, now, stateAnnouncement(job));
    const share = doneShare(job);
    const isStep = isAtWork(job.state) && Math.floor(share / STEP) > Math.floor(this.share / STEP);
    if (!isStep || now - this.at < PAUSE_MILLISECONDS) return this.text;
    return this.tell(job, now, fillIn(announceDone, formatShare(Math.floor(share * 100) / 100), doneCount(job), job.total));
  }

  private tell(job: Apex.StatusJobView, now: number, text: string): string {
    this.state = job.state;
    this.share = doneShare(job);
    this.at = now;
    this.text = text;
    return text;
  }
}

function stateAnnouncement(job: Apex.StatusJobView): string {
  const counts = isAtWork(job.state) ? [] : jobCounts(job);
  return [jobSentence(job), jobState(job).label, ...counts].join('. ');
}
