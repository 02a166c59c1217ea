/**
 * The limits of the photo checks, measured on real photos. A change gets a new version: each verdict keeps the version it
 * was made with. `warn` and `reject` are the first values that are no longer fine.
 */
export const THRESHOLDS = {
  version: '2026-11-20',
  /** Distance between the pupils, px. */
  size: { warn: 90, reject: 60 },
  /** High-band ÷ low-band energy of the aligned face. */
  sharpness: { warn: 0.42, reject: 0.27 },
  /** Mean luma of face skin, 0–255, and the share of it that is black. */
  dark: { warn: 55, reject: 38, rejectShare: 0.35 },
  /** Clipped share of face skin. */
  bright: { warn: 0.1, reject: 0.3 },
  /** |left − right| ÷ mean skin luma, judged only while the face looks ahead. */
  sideLight: { warn: 0.45, reject: 0.65, whileYawBelow: 25 },
  /** Share of the top row above the face that is hair, skin or hat. */
  headCut: { warn: 0.25, reject: 0.5 },
  /** Space below the chin ÷ face height. */
  shoulders: { warn: 0.55, reject: 0.35 },
  /** Degrees, either way. */
  yaw: { warn: 25, reject: 35 },
  roll: { warn: 20, reject: 35 },
  /** Degrees; looking down is positive. Beyond `warnMargin` outside the range the photo is refused. */
  pitch: { from: -30, to: 18, warnMargin: 8 },
  /** Share of the eye, nose or mouth region that is not skin. */
  covered: { warn: 0.25, reject: 0.5 },
  /** Eye regions against skin: darker *and* flatter than this are sunglasses. */
  sunglasses: { luma: 0.15, spread: 0.12 },
  /** The smaller blink score; a smile reaches about .3. */
  eyesClosed: { warn: 0.45, reject: 0.6 },
  /** Differing bits of the 64-bit difference hash: a copy saved again, and a near-copy. */
  duplicate: { same: 1, near: 6 },
  /**
   * Cosine of face embeddings to the mean of the others. Measured: the same person .40 at least and .73 in the middle,
   * different people .39 at most.
   */
  samePerson: { warn: 0.5, reject: 0.38 },
  set: { min: 6, max: 14, waiting: 30 },
  /** What counts as a view from the front, from a side, and as a smile. */
  advice: { frontYaw: 12, sideYaw: 12, smile: 0.35 },
} as const;
