import hours from '@salesforce/label/c.Jobs_Time_Left_Hours';
import lessThanMinute from '@salesforce/label/c.Jobs_Time_Left_Less_Than_Minute';
import minutes from '@salesforce/label/c.Jobs_Time_Left_Minutes';
import { fillIn } from 'c/textFormat';

/** The pace of the last steps counts, not that of an hour ago. */
const MEASURES_KEPT = 8;
const MINUTE = 60;
const LONGEST_IN_MINUTES = 90 * MINUTE;

interface Measure {
  readonly at: number;
  readonly done: number;
}

/** Measures how fast a job goes on. */
export class ProgressMeter {
  private measures: readonly Measure[] = [];

  /** @param at milliseconds */
  measure(done: number, at: number): void {
    const last = this.measures[this.measures.length - 1];
    if (last?.done === done) return;
    const before = last && done < last.done ? [] : this.measures;
    this.measures = [...before, { at, done }].slice(-MEASURES_KEPT);
  }

  /** Seconds until all are done at the pace that was measured; undefined before there is a pace. */
  secondsLeft(total: number, now: number): number | undefined {
    const first = this.measures[0];
    const last = this.measures[this.measures.length - 1];
    if (!first || !last || last.at <= first.at) return undefined;
    const perMillisecond = (last.done - first.done) / (last.at - first.at);
    const millisecondsLeft = (total - last.done) / perMillisecond - (now - last.at);
    return Math.max(millisecondsLeft, 0) / 1000;
  }
}

/** 'about 3 min left': no more exact than it can be known. */
export function timeLeftText(seconds: number | undefined): string {
  if (seconds === undefined) return '';
  if (seconds < MINUTE * 0.75) return lessThanMinute;
  if (seconds < LONGEST_IN_MINUTES) return fillIn(minutes, Math.max(Math.round(seconds / MINUTE), 1));
  return fillIn(hours, Math.round(seconds / MINUTE / 60));
}
