const WAITS = [500, 2000];

/** Calls again when a call failed, as a connection may have dropped for a moment; what still fails then is thrown. */
export async function withRetries<Result>(call: () => Promise<Result>, isCancelled: () => boolean): Promise<Result> {
  for (const wait of WAITS) {
    try {
      // One attempt after the other is what this is for.
      // eslint-disable-next-line no-await-in-loop
      return await call();
    } catch (error) {
      if (isCancelled()) throw error;
      // eslint-disable-next-line no-await-in-loop, @lwc/lwc/no-async-operation
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return call();
}
