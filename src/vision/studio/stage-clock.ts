import { DRAW_STAGES, type DrawProgress, type DrawStage } from '@/vision/types';

/** Share of the work that is done when a stage begins, measured for a first picture on two cores. */
const PERCENT: Record<DrawStage, number> = {
  decode: 0,
  analysis: 8,
  cutout: 12,
  retouch: 55,
  render: 78,
  encode: 92,
  check: 95,
};

/** Times the stages of one picture and reports each as it begins. */
export class StageClock {
  private readonly timings = Object.fromEntries(DRAW_STAGES.map((stage) => [stage, 0])) as Record<
    DrawStage,
    number
  >;
  private current: DrawStage | undefined;
  private since = 0;

  constructor(private readonly report: (progress: DrawProgress) => void) {}

  enter(stage: DrawStage): void {
    this.stop();
    this.current = stage;
    this.report({ stage, percent: PERCENT[stage] });
  }

  finish(): Record<DrawStage, number> {
    this.stop();
    return this.timings;
  }

  private stop(): void {
    const now = performance.now();
    if (this.current) this.timings[this.current] += Math.round(now - this.since);
    this.since = now;
  }
}
