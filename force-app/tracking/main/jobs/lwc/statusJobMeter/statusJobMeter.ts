import { LightningElement, api } from 'lwc';
import { doneCount, doneShare, jobSentence } from 'c/jobText';
import { formatShare } from 'c/textFormat';
import { ProgressMeter, timeLeftText } from './timeLeft';

/** How far a job at work is, and how long it will take from here. */
export default class StatusJobMeter extends LightningElement {
  @api
  get job(): Apex.StatusJobView | undefined {
    return this.shown;
  }
  set job(value: Apex.StatusJobView | undefined) {
    if (value?.jobId !== this.shown?.jobId) this.meter = new ProgressMeter();
    this.shown = value;
    if (value) this.meter.measure(doneCount(value), Date.now());
  }

  shown?: Apex.StatusJobView;
  private meter = new ProgressMeter();

  get label(): string {
    return this.shown ? jobSentence(this.shown) : '';
  }

  /** Rounded down: 100 is said when all is done. */
  get percent(): number {
    return this.shown ? Math.floor(doneShare(this.shown) * 100) : 0;
  }

  get percentText(): string {
    return formatShare(this.percent / 100);
  }

  get timeLeft(): string {
    return this.shown?.state === 'Running' ? timeLeftText(this.meter.secondsLeft(this.shown.total, Date.now())) : '';
  }
}
