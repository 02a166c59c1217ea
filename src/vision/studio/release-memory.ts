/** Below this the garbage of one stage does not matter: a 1024×1280 picture is left alone. */
const LARGE = 2_000_000;

/**
 * Collects the planes that a stage leaves behind, now rather than when V8 feels like it: at 2048 px each plane holds
 * 21 MB and the process must stay under its limit. Works where the process was started with --expose-gc.
 */
export function releaseMemory(pixels: number): void {
  const { gc } = globalThis as { gc?: () => void };
  if (pixels > LARGE) gc?.();
}
