/** What pages and callers see of a member's own backdrops. Plain data, safe in the browser; times are ISO 8601 UTC. */
export type BackdropView = {
  id: string;
  /** A small square of it, for the person alone. */
  url: string;
  createdAt: string;
};

/** A member keeps so many in a team. */
export const MAX_BACKDROPS = 6;

/** Below the 10 MB at which Next cuts a body that passes `middleware.ts`. */
export const MAX_BACKDROP_BYTES = 8 * 1024 * 1024;
