/** Every engine that could draw the picture asks to be left alone for now. The generation goes back to the queue, uncharged and alive. */
export class EngineUnavailable extends Error {
  constructor(
    readonly retryAfterMs: number,
    /** The last call made nothing and cost nothing: it does not count among the picture's three. */
    readonly forgive: boolean,
  ) {
    super('No engine can be asked now.');
    this.name = 'EngineUnavailable';
  }
}
