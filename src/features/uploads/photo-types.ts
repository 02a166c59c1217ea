/** What the pages and the API see of photos and their verdicts. Plain data, safe in the browser. */
import type { Messages } from '@/texts/messages/english';
import type { Aspect } from '@/vision/types';

/** Bytes of one uploaded file. */
export const MAX_PHOTO_BYTES = 25 * 1024 * 1024;

/** Sets that a member may keep at a time. */
export const MAX_SETS = 5;

/** What browsers call the photos we take. HEIC often comes without a name; the content decides anyway. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif'];
export const NAMELESS_TYPE = 'application/octet-stream';

export const CHECKS = [
  'one-face',
  'size',
  'sharpness',
  'too-dark',
  'too-bright',
  'side-light',
  'head-in-frame',
  'shoulders',
  'angle',
  'covered-face',
  'sunglasses',
  'eyes-closed',
  'duplicate',
  'same-person',
] as const;
export type Check = (typeof CHECKS)[number];

/** What exactly was found; a check may find several things. */
export type ProblemKind = keyof Messages['uploads']['finding'];

/** One thing that is not as it should be, as it is stored. A check that passed leaves none. */
export type Problem = {
  check: Check;
  kind: ProblemKind;
  level: 'warn' | 'reject';
  /** The measured number; its unit is the check's (`thresholds.ts`). */
  value: number;
  /** The number it is held against; without one there is nothing to reach. */
  limit?: number;
};

/** A problem in the words of whoever reads it. */
export type Finding = Pick<Problem, 'check' | 'level' | 'value'> & {
  /** Two or three words: "Too dark". */
  label: string;
  /** What is wrong and what to do, one sentence. */
  message: string;
  /** The number against the limit. */
  detail: string;
};

export type PhotoStatus = 'checking' | 'accepted' | 'warned' | 'rejected';

export type PhotoView = {
  id: string;
  clientKey: string;
  name: string;
  status: PhotoStatus;
  /** The gravest first. */
  findings: Finding[];
  /** Of the stored photo, px; null while it is being checked. */
  width: number | null;
  height: number | null;
  thumbnailUrl: string | null;
  createdAt: string;
};

/** How the browser is to send a photo. `here`: to the same route as a body. `done`: not at all, it is there. */
export type UploadWay<Photo = PhotoView> =
  | { way: 'here' }
  | { way: 'done'; photo: Photo }
  | { way: 'direct'; uploadId: string; url: string; headers: Record<string, string>; expiresAt: string };

export type AdviceKey = 'front' | 'left' | 'right' | 'smile' | 'backgrounds';

/** What makes a set better; never a condition. */
export type Advice = { key: AdviceKey; label: string; met: boolean };

/** What the studio engine can make of the set's usable photos at one aspect ratio. */
export type Served = {
  /** Photos that show enough of the person. */
  frames: number;
  /** Largest honest short side in px; 0 without a frame. */
  shortSide: number;
};

export type SetSummary = {
  good: number;
  warned: number;
  rejected: number;
  checking: number;
  usable: number;
  min: number;
  max: number;
  /** Why the set cannot be submitted, ready to show; null when it can. */
  blocked: string | null;
  advice: Advice[];
  serves: Record<Aspect, Served>;
};

/** One of the member's sets, as they choose among them. */
export type PhotoSetEntry = {
  id: string;
  /** Null: not named. */
  name: string | null;
  /** It takes the photos that are added. */
  current: boolean;
  photos: number;
  usable: number;
  /** Of the first photos that can be used. */
  thumbnailUrls: string[];
  createdAt: string;
  deletesAt: string;
  /** Pictures are being made from it: it cannot be deleted now. */
  inUse: boolean;
};

export type PhotoSetView = SetSummary & {
  /** Null before the first photo. */
  id: string | null;
  name: string | null;
  status: 'empty' | 'open' | 'submitted';
  photos: PhotoView[];
  submittedAt: string | null;
  /** When the set is deleted as a whole; null before the first photo. */
  deletesAt: string | null;
  retentionDays: number;
};
