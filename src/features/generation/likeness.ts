/** What a likeness means. The number is the cosine of two SFace embeddings: the picture's and the mean of the photo set. */

export type LikenessWord = 'excellent' | 'good' | 'weak' | 'unlike';

/** Spec 03, "Likeness". On real photos two people reach .39 at most, one person .40 at least and .73 in the middle. */
const EXCELLENT = 0.6;
const GOOD = 0.5;
const ACCEPTED = 0.4;

/** `null`: no face was found in the picture. */
export function likenessWord(cosine: number | null): LikenessWord {
  if (cosine === null || !(cosine >= ACCEPTED)) return 'unlike';
  if (cosine >= EXCELLENT) return 'excellent';
  return cosine >= GOOD ? 'good' : 'weak';
}

/** Shown as 0–100: the cosine in hundredths, so that the thresholds keep their numbers; below nothing is 0. */
export function likenessScore(cosine: number): number {
  return Math.round(Math.min(1, Math.max(0, cosine)) * 100);
}
