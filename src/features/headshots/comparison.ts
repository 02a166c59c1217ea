/** How pictures lie on pages; shared by the gallery and the result page. */
import type { CSSProperties } from 'react';
import type { Comparison } from '@/features/generation/generation-types';
import type { Aspect } from '@/features/generation/input';

export const RATIO = { '1:1': '1/1', '3:4': '3/4', '4:5': '4/5' } as const satisfies Record<Aspect, string>;

/**
 * CSS that lays a selfie exactly under the picture made of it, at whatever size the frame is shown. `frame` maps picture
 * pixels to selfie pixels; the selfie is moved by its inverse. Lengths are percentages of the frame (width) and of the
 * selfie itself (translation), so nothing has to be measured.
 */
export function underPicture(
  { width, height, frame: [a, b, c, d, e, f] }: Comparison,
  picture: { width: number; height: number },
): CSSProperties {
  const det = a * e - b * d;
  const [ia, ib, id, ie] = [e / det, -b / det, -d / det, a / det];
  const x = -(ia * c + ib * f);
  const y = -(id * c + ie * f);
  return {
    left: 0,
    top: 0,
    width: `${(width / picture.width) * 100}%`,
    height: 'auto',
    transformOrigin: '0 0',
    transform: `translate(${(x / width) * 100}%, ${(y / height) * 100}%) matrix(${ia}, ${id}, ${ib}, ${ie}, 0, 0)`,
  };
}
