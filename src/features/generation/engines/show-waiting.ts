/** Progress for an engine that says nothing while it draws: by the clock, slower and slower, never full. */

const EVERY = 500;

/** `usualMs`: when the bar stands at two thirds. Call the answer to end it. */
export function showWaiting(onProgress: (fraction: number) => void, usualMs: number): () => void {
  const start = Date.now();
  const timer = setInterval(() => onProgress(fractionAfter(Date.now() - start, usualMs)), EVERY);
  return () => clearInterval(timer);
}

export function fractionAfter(ms: number, usualMs: number): number {
  return 0.95 * (1 - Math.exp((-1.2 * ms) / usualMs));
}
