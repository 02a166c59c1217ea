import { gaussianBlur } from '@/vision/image/blur';
import { fromLinearFast } from '@/vision/image/colour';
import { CHANNELS, emptyPlanes, type Planes } from '@/vision/image/raster';
import { clamp, seededRandom, smoothstep } from '@/vision/image/scalar';
import { addAccent } from '@/vision/studio/backdrops/accents';
import type { BackdropPlace } from '@/vision/studio/backdrops/draw-backdrop';
import { enlarge } from '@/vision/studio/backdrops/enlarge';
import { linearRgb, paintLayer, pick, type SceneCanvas } from '@/vision/studio/backdrops/scene-layers';
import type { DiscRecipe, SceneRecipe } from '@/vision/studio/recipe';

/** Px of the layout's width: everything in it is blurred, so a small one looks the same at every size. */
const LAYOUT = 256;

/**
 * Draws a room out of focus: its shapes are laid out small, in linear light, and blurred there, so that bright panes bloom as
 * through a lens; points of light become discs.
 */
export function drawScene(recipe: SceneRecipe, place: BackdropPlace, seed: number): Planes {
  const random = seededRandom(seed);
  const mirror = place.lightSide > 0;
  const size = { width: LAYOUT, height: Math.round((LAYOUT * place.height) / place.width) };
  const canvas: SceneCanvas = { ...size, planes: emptyPlanes(size.width * size.height), mirror };
  fill(canvas, recipe);
  for (const layer of recipe.layers) paintLayer(canvas, layer, random);
  const sigma = recipe.softness * size.width;
  const blurred = canvas.planes.map((plane) => gaussianBlur(plane, size.width, size.height, sigma)) as Planes;
  for (const disc of recipe.discs) addDiscs({ ...canvas, planes: blurred }, disc, random);
  const soft = blurred.map((plane) => plane.map(fromLinearFast)) as Planes;
  for (const accent of recipe.accents) addAccent(soft, size, accent, mirror);
  return enlarge(soft, size, place);
}

function fill({ planes, width, height }: SceneCanvas, { above, below }: SceneRecipe): void {
  const top = linearRgb(above);
  const bottom = linearRgb(below);
  for (let y = 0; y < height; y++) {
    const t = smoothstep(0.1, 0.9, y / height);
    for (const k of CHANNELS) planes[k].fill(top[k] + (bottom[k] - top[k]) * t, y * width, (y + 1) * width);
  }
}

/** Discs have an even middle, a slightly brighter rim and a soft edge, as a lens draws them; they add to what is behind. */
function addDiscs(
  { planes, width, height, mirror }: SceneCanvas,
  recipe: DiscRecipe,
  random: () => number,
): void {
  for (let n = 0; n < recipe.count; n++) {
    const colour = linearRgb(pick(recipe.colours, random));
    const across = recipe.left + random() * (recipe.right - recipe.left);
    const cx = (mirror ? 1 - across : across) * width;
    const cy = (recipe.from + random() * (recipe.to - recipe.from)) * height;
    const radius = (recipe.small + random() ** 2 * (recipe.large - recipe.small)) * width;
    const strength = recipe.light * (0.35 + 0.65 * random());
    const edge = Math.max(1, radius * 0.2);
    for (let y = Math.max(0, Math.floor(cy - radius - 2)); y < Math.min(height, cy + radius + 2); y++) {
      for (let x = Math.max(0, Math.floor(cx - radius - 2)); x < Math.min(width, cx + radius + 2); x++) {
        const far = Math.hypot(x - cx, y - cy);
        const inside = 1 - smoothstep(radius - edge, radius + edge, far);
        const light = strength * inside * (0.85 + 0.25 * clamp(far / radius) ** 4);
        for (const k of CHANNELS) {
          const i = y * width + x;
          planes[k][i] = (planes[k][i] as number) + colour[k] * light;
        }
      }
    }
  }
}
