/** What the owner of a picture sees of its link, and what a visitor sees. Plain data, safe in the browser; times are ISO 8601 UTC. */
import { DAY, MINUTE } from '@/lib/time';

export type LinkView = {
  /** Absolute. */
  url: string;
  expiresAt: string;
  /** Whether it is over. Renewed, the same address works again. */
  expired: boolean;
};

/** Of nobody in particular: no name, no team, no date of the picture. */
export type SharedPicture = {
  /** Works for ten minutes; the page asks for it at once. */
  url: string;
  width: number;
  height: number;
  transparent: boolean;
  /** Finished by the studio, or drawn by an AI engine. */
  madeByAi: boolean;
  expiresAt: string;
};

export const LINK_DAYS = 7;
export const LINK_LIFETIME = LINK_DAYS * DAY;

/** Of the address of the file itself. */
export const FILE_LIFETIME = 10 * MINUTE;
