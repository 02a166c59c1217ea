/** How far a generation is, for the exposure bar. Stages and their shares are drawn: 15, 54, 16 and 15 percent. */

export const STAGES = ['queue', 'drawing', 'scoring', 'saving'] as const;
export type Stage = (typeof STAGES)[number];

export const STAGE_SHARE: Readonly<Record<Stage, number>> = {
  queue: 15,
  drawing: 54,
  scoring: 16,
  saving: 15,
};

/** The percentage at which a stage starts. */
function stageStart(stage: Stage): number {
  let start = 0;
  for (const earlier of STAGES) {
    if (earlier === stage) return start;
    start += STAGE_SHARE[earlier];
  }
  return start;
}

/**
 * Overall progress, 0–100. `part` (0–1) is what is done of the stage; in `drawing` a picture counts with its own fraction.
 * Each picture is scored and saved as soon as it is drawn; the bar enters those stages with the last one, so that it
 * stands where its label says.
 */
export function progressOf(stage: Stage, part: number): number {
  const inside = STAGE_SHARE[stage] * Math.min(1, Math.max(0, part));
  return Math.min(100, Math.round(stageStart(stage) + inside));
}

/** What is done of the drawing stage when `over` of `total` pictures are decided and the current one is at `fraction`. */
export function drawnPart(over: number, total: number, fraction: number): number {
  return total === 0 ? 1 : (over + Math.min(1, Math.max(0, fraction))) / total;
}
