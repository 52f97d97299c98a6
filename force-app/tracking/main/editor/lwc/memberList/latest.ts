/** Lets only the latest of several questions have an answer: whoever asks again is no longer interested in what was asked before. */
export class Latest {
  private asked = 0;

  /** The answer in a list of one; an empty list where there was a question after it, even if this one failed. */
  async answer<Answer>(question: Promise<Answer>): Promise<readonly [] | readonly [Answer]> {
    this.asked += 1;
    const asked = this.asked;
    try {
      const answer = await question;
      return asked === this.asked ? [answer] : [];
    } catch (error) {
      if (asked !== this.asked) return [];
      throw error;
    }
  }
}
