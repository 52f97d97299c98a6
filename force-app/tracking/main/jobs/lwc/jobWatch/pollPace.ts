const SHORTEST = 2_000;
const LONGEST = 30_000;
const GROWTH = 1.5;
/** Events tell what happens; asking then only finds what an event that was lost would have told. */
const BESIDE_EVENTS = 15_000;

/** How long to wait until the next question about progress: longer each time that nothing had moved. Milliseconds. */
export class PollPace {
  private wait = SHORTEST;

  moved(): void {
    this.wait = SHORTEST;
  }

  stood(): void {
    this.wait = Math.min(this.wait * GROWTH, LONGEST);
  }

  next(besideEvents: boolean): number {
    return besideEvents ? Math.max(this.wait, BESIDE_EVENTS) : this.wait;
  }
}
