/**
 * Which selfies an engine that draws anew is given: good ones that differ, so that it sees the face from several sides and in several
 * lights instead of the same photo five times. Pure; from the measurements that the upload check stored.
 */
import { backgroundDistance, DIFFERENT_BACKGROUND, hashDistance } from '@/vision/photo/comparing';
import type { PhotoMeasurements } from '@/vision/types';
import { type SelfieCandidate, scoreSelfie } from './selfie-ranking';

/** Degrees of turning that count as a whole new view. */
const OTHER_VIEW = 25;

/** What a full measure of difference is worth against quality (0–1). */
const DIFFERENCE_WEIGHT = 0.45;

const FINDING_COST = 0.15;

/**
 * All usable selfies in the order in which they are given: the best one first, then each time the one with the best mix of quality and
 * difference to those before it.
 */
export function orderReferences(selfies: readonly SelfieCandidate[]): string[] {
  const left = selfies
    .filter(({ measurements }) => measurements.face !== null)
    .map((one) => ({ ...one, quality: scoreSelfie(one.measurements) - (one.clean ? 0 : FINDING_COST) }))
    .sort((a, b) => b.quality - a.quality || (a.photoId < b.photoId ? -1 : 1));
  const ordered: typeof left = [];
  while (left.length > 0) {
    const worth = left.map(({ quality, measurements }) => {
      const nearest = Math.min(1, ...ordered.map((other) => difference(measurements, other.measurements)));
      return quality + DIFFERENCE_WEIGHT * nearest;
    });
    ordered.push(...left.splice(worth.indexOf(Math.max(...worth)), 1));
  }
  return ordered.map(({ photoId }) => photoId);
}

/**
 * The references of the `call`-th engine call (from 1) of a picture. A repeated call begins with those that the call before it left out, so
 * that what made the picture unlike is not simply tried again. Fewer than `few` only when there are no more.
 */
export function pickReferences(
  ordered: readonly string[],
  call: number,
  { few, most }: { few: number; most: number },
): string[] {
  const all = ordered.length;
  const count = Math.min(all, most, Math.max(few, Math.ceil(all * 0.6)));
  const start = all === 0 ? 0 : ((call - 1) * count) % all;
  return Array.from({ length: count }, (_, at) => ordered[(start + at) % all] as string);
}

/** 0: the same view once more; 1: another side of the face, another smile or another place. */
function difference(a: PhotoMeasurements, b: PhotoMeasurements): number {
  if (!a.face || !b.face) return 0;
  const turned =
    Math.hypot(a.face.pose.yaw - b.face.pose.yaw, a.face.pose.pitch - b.face.pose.pitch) / OTHER_VIEW;
  const smile = Math.abs(a.face.smile - b.face.smile);
  const light = Math.abs(a.face.skin.luma - b.face.skin.luma) / 120;
  const place =
    a.background && b.background && backgroundDistance(a.background, b.background) > DIFFERENT_BACKGROUND
      ? 0.3
      : 0;
  const looks = hashDistance(a.dHash, b.dHash) / 64;
  return Math.min(1, 0.5 * Math.min(1, turned) + 0.2 * smile + 0.2 * light + place + 0.3 * looks);
}
