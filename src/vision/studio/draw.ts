import { findVerifiedFaces } from '@/vision/face/verified-faces';
import { buildPyramid } from '@/vision/image/pyramid';
import { decodeRaster, type Raster, rasterToSharp } from '@/vision/image/raster';
import { comparableFaces } from '@/vision/photo/measure';
import { provenanceXmp, STUDIO_CREATOR_TOOL, STUDIO_SOURCE_TYPE } from '@/vision/photo/provenance';
import { type AnalysedPhoto, analysePhoto, cachedSubject } from '@/vision/studio/analysis-cache';
import {
  composeFrame,
  type FrameSize,
  frameSize,
  measureComposition,
  type Placement,
} from '@/vision/studio/composition';
import { fallsShort, fitWishedFrame, parseWishedArea } from '@/vision/studio/frame-fit';
import { headIsCut, roomierPlacement } from '@/vision/studio/head-room';
import { type FinishedSubject, renderPicture } from '@/vision/studio/render';
import { retouch } from '@/vision/studio/retouch/retouch';
import { StageClock } from '@/vision/studio/stage-clock';
import { cutOutSubject, type View, viewPerson } from '@/vision/studio/subject';
import type { Aspect, Composition, DrawInput, DrawnPicture, DrawProgress, Framing } from '@/vision/types';
import { VisionError } from '@/vision/vision-error';

/**
 * Makes one studio picture. Throws `no_face`, `frame_unusable` (the person would have to be invented beyond the
 * photo's edge, or is turned too far), or `failed` when the result does not show exactly one face.
 */
export async function drawPicture(
  input: DrawInput,
  report: (progress: DrawProgress) => void,
): Promise<DrawnPicture> {
  const clock = new StageClock(report);
  const size = frameSize(input.aspect, input.shortSide);
  clock.enter('decode');
  const photo = await analysePhoto(input.jpeg, () => clock.enter('analysis'));
  const { aspect, framing = null } = input;
  const key = `${photo.sha256} ${aspect} ${size.width} ${framing}`;
  const subject = await cachedSubject(key, () => finishSubject(photo, aspect, size, framing, clock));
  clock.enter('render');
  const pixels = renderPicture(subject, input.recipe, input.seed);
  clock.enter('encode');
  const jpeg = await encodePicture(pixels, input.generationId);
  clock.enter('check');
  const checked = await checkPicture(jpeg);
  const { frame, shortOf = null } = subject;
  return { jpeg, ...size, ...checked, frame, shortOf, timings: clock.finish() };
}

async function finishSubject(
  photo: AnalysedPhoto,
  aspect: Aspect,
  size: FrameSize,
  framing: Framing | null,
  clock: StageClock,
): Promise<FinishedSubject> {
  const { pyramid, mesh } = photo;
  const area = await parseWishedArea(photo, aspect, framing);
  const wish = { framing, shortSide: size.width };
  const fit = fitWishedFrame(pyramid[0], mesh, area, aspect, wish);
  if (!fit.usable) {
    throw new VisionError('frame_unusable', `${(fit.outside * 100).toFixed(1)} % of the person is missing.`);
  }
  clock.enter('cutout');
  const { view, zoom } = await viewHead(photo, aspect, size, { shift: fit.shift, zoom: fit.zoom, drop: 0 });
  const subject = await cutOutSubject(view);
  clock.enter('retouch');
  const colours = retouch(subject);
  const { matte, face } = subject;
  const shortOf = framing && fallsShort(framing, zoom) ? framing : null;
  return { ...size, matte, colours, headX: face.centreX, headY: face.centreY, frame: view.frame, shortOf };
}

/** The usual frame, or a roomier one when that would cut off something of the head. */
async function viewHead(
  photo: AnalysedPhoto,
  aspect: Aspect,
  size: FrameSize,
  usual: Placement,
): Promise<{ view: View; zoom: number }> {
  const { pyramid, mesh } = photo;
  const through = (placement: Placement) =>
    viewPerson(pyramid, mesh, composeFrame(mesh, aspect, size, placement), size);
  const view = await through(usual);
  if (!headIsCut(view)) return { view, zoom: usual.zoom };
  const roomier = await roomierPlacement(photo, aspect, usual);
  return { view: roomier === usual ? view : await through(roomier), zoom: roomier.zoom };
}

function encodePicture(pixels: Raster, generationId: string): Promise<Buffer> {
  const xmp = provenanceXmp({
    sourceType: STUDIO_SOURCE_TYPE,
    creatorTool: STUDIO_CREATOR_TOOL,
    generationId,
  });
  return rasterToSharp(pixels).jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).withXmp(xmp).toBuffer();
}

/** Looks at the finished file as anybody would: what is found there is what is stored as its likeness. */
async function checkPicture(
  jpeg: Uint8Array,
): Promise<{ embedding: Float32Array; composition: Composition }> {
  const raster = await decodeRaster(jpeg);
  const faces = await findVerifiedFaces(buildPyramid(raster));
  const [face] = faces;
  if (!face || comparableFaces(faces).count > 1) {
    throw new VisionError('failed', 'The finished picture does not show exactly one face.');
  }
  return { embedding: face.embedding.vector, composition: measureComposition(face.mesh, raster.height) };
}
