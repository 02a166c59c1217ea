import type { SelfieProblem } from '@/components/brand/selfie-drawings';
import type { Check, Finding } from '../photo-types';

const DRAWINGS: Record<Check, SelfieProblem> = {
  'one-face': 'two-people',
  size: 'closer',
  sharpness: 'blurred',
  'too-dark': 'too-dark',
  'too-bright': 'too-bright',
  'side-light': 'side-light',
  'head-in-frame': 'headroom',
  shoulders: 'shoulders',
  angle: 'angle',
  'covered-face': 'covered',
  sunglasses: 'sunglasses',
  'eyes-closed': 'eyes-closed',
  duplicate: 'duplicate',
  'same-person': 'somebody-else',
};

export function drawingOf({ check, value }: Finding): SelfieProblem {
  return check === 'one-face' && value === 0 ? 'no-face' : DRAWINGS[check];
}
