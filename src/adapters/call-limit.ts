/** One signal for a vendor's call that ends with its time limit or when the work is given up, and which of both it was. */
export type CallLimit = {
  signal: AbortSignal;
  /** Null while neither has happened. */
  ended(): 'timeout' | 'stopped' | null;
};

export function callLimit(givenUp: AbortSignal, timeoutMs: number): CallLimit {
  const clock = AbortSignal.timeout(timeoutMs);
  return {
    signal: AbortSignal.any([givenUp, clock]),
    ended() {
      if (givenUp.aborted) return 'stopped';
      return clock.aborted ? 'timeout' : null;
    },
  };
}
