import { PollPace } from './pollPace';
import { eventsArrive } from './progressEvents';

/** Several events come at once when a job ends; one question is enough. Milliseconds. */
const SOON = 300;

/** Asks one question at a time, again and again: soon where there is news, otherwise at a pace that slows down while nothing moves. */
export class JobPoll {
  private readonly pace = new PollPace();
  private readonly ask: () => Promise<void>;
  private readonly isWorthAsking: () => boolean;
  private timer?: ReturnType<typeof setTimeout>;
  private isStopped = false;
  private isAsking = false;
  private shouldAskAgain = false;
  private isSoonPlanned = false;
  private hasMoved = false;

  /** @param isWorthAsking whether anything may change without news of it */
  constructor(ask: () => Promise<void>, isWorthAsking: () => boolean) {
    this.ask = ask;
    this.isWorthAsking = isWorthAsking;
  }

  /** Something is not as it was. */
  moved(): void {
    this.hasMoved = true;
  }

  /** Asks now and then as often as at first: something was started, or an error is to be got over. */
  lookAgain(): void {
    this.pace.moved();
    void this.askNow();
  }

  /** A question that is on its way may be too old, so it is asked once more after that. */
  async askNow(): Promise<void> {
    clearTimeout(this.timer);
    this.isSoonPlanned = false;
    this.shouldAskAgain = this.isAsking;
    if (this.isAsking) return;
    this.isAsking = true;
    this.hasMoved = false;
    await this.ask();
    this.isAsking = false;
    if (this.hasMoved) this.pace.moved();
    else this.pace.stood();
    this.plan(this.shouldAskAgain);
  }

  /** Asks soon, or at the pace of what is unfinished; not at all where nothing is. What is planned soon stays so. */
  plan(isSoon: boolean): void {
    if (this.isSoonPlanned) return;
    clearTimeout(this.timer);
    if (this.isStopped || (!isSoon && !this.isWorthAsking())) return;
    this.isSoonPlanned = isSoon;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- stop() clears it
    this.timer = setTimeout(
      () => {
        void this.askNow();
      },
      isSoon ? SOON : this.pace.next(eventsArrive())
    );
  }

  /** Asks nothing any more. */
  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }
}
