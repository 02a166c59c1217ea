import { clamp } from '@/vision/image/scalar';

/** sRGB ↔ linear light (IEC 61966-2-1) and CIE L*a*b* under D65, for values of 0–1. */
export type Rgb = readonly [r: number, g: number, b: number];
export type Lab = [l: number, a: number, b: number];

const STEPS = 4095;
const LINEAR = Float32Array.from({ length: STEPS + 1 }, (_, i) => toLinear(i / STEPS));
/** Linear light needs finer steps near black than 8 bits in, hence 16 bits. */
const LINEAR_STEPS = 65_535;
const DISPLAY = Float32Array.from({ length: LINEAR_STEPS + 1 }, (_, i) => fromLinear(i / LINEAR_STEPS));
/** The curve of L*a*b* costs a cube root. */
const LAB_CURVE = Float32Array.from({ length: LINEAR_STEPS + 1 }, (_, i) => labCurve(i / LINEAR_STEPS));
const WHITE_X = 0.95047;
const WHITE_Z = 1.08883;

export function toLinear(v: number): number {
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
}

export function fromLinear(v: number): number {
  return v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055;
}

/** Through a table of 4096 steps: fast enough for every pixel. */
export function toLinearFast(v: number): number {
  return LINEAR[(clamp(v) * STEPS + 0.5) | 0] as number;
}

export function luma(r: number, g: number, b: number): number {
  return 0.299 * r + 0.587 * g + 0.114 * b;
}

/** Clips to 0–1. */
export function fromLinearFast(v: number): number {
  return DISPLAY[(clamp(v) * LINEAR_STEPS + 0.5) | 0] as number;
}

/** Writes into `out` so that a loop over pixels allocates nothing. */
export function rgbToLab(r: number, g: number, b: number, out: Lab): Lab {
  const R = toLinearFast(r);
  const G = toLinearFast(g);
  const B = toLinearFast(b);
  const x = labCurveFast((0.4124564 * R + 0.3575761 * G + 0.1804375 * B) / WHITE_X);
  const y = labCurveFast(0.2126729 * R + 0.7151522 * G + 0.072175 * B);
  const z = labCurveFast((0.0193339 * R + 0.119192 * G + 0.9503041 * B) / WHITE_Z);
  out[0] = 116 * y - 16;
  out[1] = 500 * (x - y);
  out[2] = 200 * (y - z);
  return out;
}

/** Out-of-gamut colours are clipped. */
export function labToRgb(l: number, a: number, b: number, out: [number, number, number]): Rgb {
  const fy = (l + 16) / 116;
  const x = WHITE_X * inverseLabCurve(a / 500 + fy);
  const y = inverseLabCurve(fy);
  const z = WHITE_Z * inverseLabCurve(fy - b / 200);
  out[0] = fromLinearFast(3.2404542 * x - 1.5371385 * y - 0.4985314 * z);
  out[1] = fromLinearFast(-0.969266 * x + 1.8760108 * y + 0.041556 * z);
  out[2] = fromLinearFast(0.0556434 * x - 0.2040259 * y + 1.0572252 * z);
  return out;
}

export function hexToRgb(hex: string): Rgb {
  const n = Number.parseInt(hex.slice(1), 16);
  return [((n >> 16) & 255) / 255, ((n >> 8) & 255) / 255, (n & 255) / 255];
}

function labCurve(t: number): number {
  return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116;
}

function labCurveFast(t: number): number {
  return LAB_CURVE[(clamp(t) * LINEAR_STEPS + 0.5) | 0] as number;
}

function inverseLabCurve(t: number): number {
  return t > 0.206893 ? t * t * t : (t - 16 / 116) / 7.787;
}
