import type { EditFinish } from '@/vision/edit-types';
import type { Plane, Planes } from '@/vision/image/raster';
import { clamp, quantile, smoothstep } from '@/vision/image/scalar';

/** Stops of light, share of the S-curve, and steps of b* and a* that a slider at its end means. */
const STOPS = 0.7;
const CURVE = 0.35;
const WARM_B = 9;
const WARM_A = 2.5;

/** Light, contrast and warmth of the person in L*a*b*, where `matte` shows any. In place. */
export function setTone(
  [l, a, b]: Planes,
  matte: Plane,
  { light, contrast, warmth }: Pick<EditFinish, 'light' | 'contrast' | 'warmth'>,
): void {
  if (light === 0 && contrast === 0 && warmth === 0) return;
  // Light by a factor is its cube root on L*.
  const gain = Math.cbrt(2 ** (light * STOPS));
  const middle = middleTone(l, matte);
  for (let i = 0; i < l.length; i++) {
    if (matte[i] === 0) continue;
    const before = l[i] as number;
    const after = contrasted(lit(before, gain), contrast * CURVE, middle);
    // Colour keeps its strength: it grows and shrinks with the light.
    const ratio = (after + 16) / (before + 16);
    const tinted = warmth * smoothstep(0, 30, after) * (1 - 0.5 * smoothstep(90, 100, after));
    l[i] = after;
    a[i] = (a[i] as number) * ratio + tinted * WARM_A;
    b[i] = (b[i] as number) * ratio + tinted * WARM_B;
  }
}

/** More light rolls off towards white, so that nothing that was not white burns out. */
function lit(l: number, gain: number): number {
  const change = (l + 16) * (gain - 1);
  return clamp(change > 0 ? l + change * (1 - smoothstep(70, 100, l)) : l + change, 0, 100);
}

/** An S-curve that leaves black, the middle and white where they are. `amount` below .5, or it would turn around. */
function contrasted(l: number, amount: number, middle: number): number {
  const side = l < middle ? middle : 100 - middle;
  const c = (l - middle) / side;
  return middle + side * c * (1 + amount * (1 - c * c));
}

function middleTone(l: Plane, matte: Plane): number {
  const person: number[] = [];
  for (let i = 0; i < l.length; i += 13) if ((matte[i] as number) > 0.9) person.push(l[i] as number);
  return person.length > 0 ? clamp(quantile(person, 0.5), 30, 70) : 50;
}
