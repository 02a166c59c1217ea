import { Tensor } from 'onnxruntime-node';
import type { Box } from '@/vision/image/areas';
import { type Plane, type Raster, rasterToSharp } from '@/vision/image/raster';
import { resizePlane } from '@/vision/image/resample';
import { models } from '@/vision/models/sessions';

/** MODNet wants multiples of 32. */
const STEP = 32;

/**
 * How much of each pixel of a box is person (0–1), by MODNet at a short side of `workSide` px, enlarged back to the box.
 * 512 sees the whole figure best; more resolves single hairs but loses the meaning of large areas.
 */
export async function portraitMatte(frame: Raster, box: Box, workSide: number): Promise<Plane> {
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const short = Math.min(width, height);
  const w = Math.round((width * workSide) / short / STEP) * STEP;
  const h = Math.round((height * workSide) / short / STEP) * STEP;
  const small = await rasterToSharp(frame)
    .extract({ left: box.left, top: box.top, width, height })
    .resize(w, h, { fit: 'fill', kernel: 'lanczos3' })
    .raw()
    .toBuffer();
  const area = w * h;
  const input = new Float32Array(3 * area);
  for (let i = 0, at = 0; i < area; i++, at += 3) {
    input[i] = (small[at] as number) / 127.5 - 1;
    input[area + i] = (small[at + 1] as number) / 127.5 - 1;
    input[2 * area + i] = (small[at + 2] as number) / 127.5 - 1;
  }
  const session = await models.portraitMatting();
  const { output } = await session.run({ input: new Tensor('float32', input, [1, 3, h, w]) });
  if (!output) throw new Error('The matting model answered in an unknown shape.');
  return resizePlane(output.data as Float32Array, w, h, width, height);
}
