/**
 * Which selfie a picture is made of. The studio engine finishes a photo; it cannot open eyes or turn a head, so the best
 * photo of the set decides the result. Pure.
 */
import type { Aspect, PhotoMeasurements } from '@/vision/types';

export type RankedSelfie = { photoId: string; score: number };

export type SelfieCandidate = {
  photoId: string;
  /** Passed its checks without a finding. */
  clean: boolean;
  measurements: PhotoMeasurements;
};

/** A selfie this far below the best makes a visibly worse picture: rather the best one again with another backdrop. */
const GOOD_ENOUGH = 0.25;

/** Best first: only photos that serve this shape at this size (px of the short side). */
export function rankSelfies(
  selfies: readonly SelfieCandidate[],
  aspect: Aspect,
  shortSide: number,
): RankedSelfie[] {
  return selfies
    .flatMap(({ photoId, clean, measurements }) => {
      const fit = measurements.frame?.[aspect];
      if (!fit?.usable || fit.shortSide < shortSide) return [];
      return [{ photoId, score: scoreSelfie(measurements) - (clean ? 0 : 0.15) }];
    })
    .sort((a, b) => b.score - a.score || (a.photoId < b.photoId ? -1 : 1));
}

/**
 * The selfie for the `call`-th engine call (from 1) of picture `number` (from 1) of `variations`. First calls walk through the good
 * ones, so that pictures differ; a repeated call takes one that no first call uses, as long as there is any.
 */
export function pickSelfie(
  ranked: readonly RankedSelfie[],
  number: number,
  call: number,
  variations: number,
): string | undefined {
  const best = ranked[0];
  if (!best) return undefined;
  const good = ranked.filter(({ score }) => score >= best.score - GOOD_ENOUGH);
  if (call === 1) return good[(number - 1) % good.length]?.photoId;
  return ranked[(number - 1 + (call - 1) * variations) % ranked.length]?.photoId;
}

/** 0–1, higher is better: facing the camera, sharp, evenly lit, eyes open, nothing before the face. */
export function scoreSelfie({ face }: PhotoMeasurements): number {
  if (!face) return 0;
  const { pose, skin, occlusion } = face;
  const turned =
    share(Math.abs(pose.yaw), 25) + share(Math.abs(pose.pitch), 20) + share(Math.abs(pose.roll), 25);
  const covered = Math.max(occlusion.eyes, occlusion.nose, occlusion.mouth);
  return (
    0.35 * (1 - turned / 3) +
    0.25 * share(face.sharpness, 0.5) +
    0.15 * (1 - share(Math.abs(face.asymmetry), 0.5)) +
    0.1 * (1 - share(Math.abs(skin.luma - 150), 90)) +
    0.1 * (1 - share(face.blink, 0.6)) +
    0.05 * (1 - share(covered, 0.5))
  );
}

function share(value: number, full: number): number {
  return Math.min(1, Math.max(0, value / full));
}
