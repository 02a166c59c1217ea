import { CHEEK_LEFT, CHEEK_RIGHT, CHIN, FOREHEAD_TOP, type Landmarks, point } from '@/vision/face/landmarks';
import type { FaceMesh } from '@/vision/face/mesh';
import { PART, parsePerson } from '@/vision/face/parsing';
import { type Affine, applyAffine, invertAffine, scaleOf } from '@/vision/image/affine';
import { buildPyramid, type Pyramid } from '@/vision/image/pyramid';
import { type Plane, type Planes, planesToRaster, type Raster } from '@/vision/image/raster';
import { warpForPicture } from '@/vision/image/warp';
import type { FrameSize } from '@/vision/studio/composition';
import { decontaminateEdges } from '@/vision/studio/decontaminate';
import { evenRim } from '@/vision/studio/even-rim';
import { estimateForeground } from '@/vision/studio/foreground';
import { clearHairSpill, findHairSpill, openHairHoles } from '@/vision/studio/matte/hair-holes';
import { removeLeftovers } from '@/vision/studio/matte/leftovers';
import { figureMatte, personMatte } from '@/vision/studio/matte/person-matte';
import { partMask } from '@/vision/studio/part-mask';
import { releaseMemory } from '@/vision/studio/release-memory';

/** The face in picture pixels. */
export interface FaceGeometry {
  landmarks: Landmarks;
  centreX: number;
  centreY: number;
  chinY: number;
  width: number;
  height: number;
}

/** A person cut out of one photo for one frame. Nothing here depends on the style. */
export interface Subject extends FrameSize {
  face: FaceGeometry;
  matte: Plane;
  /** The person's colours, 0–1, with the old background taken out. */
  colours: Planes;
  faceSkin: Plane;
  bodySkin: Plane;
  /** Photo pixels per picture pixel: below 1 the photo is enlarged. */
  sourceScale: number;
}

/** The photo through a frame, and where in it a person is. */
export interface View extends FrameSize {
  frame: Affine;
  picture: Planes;
  raster: Raster;
  face: FaceGeometry;
  figure: Plane;
}

export async function viewPerson(
  pyramid: Pyramid,
  mesh: FaceMesh,
  frame: Affine,
  size: FrameSize,
): Promise<View> {
  const picture = warpForPicture(pyramid, frame, size.width, size.height);
  const raster = planesToRaster(picture, size.width, size.height);
  const face = faceInFrame(mesh.landmarks, frame);
  return { ...size, frame, picture, raster, face, figure: await figureMatte(raster) };
}

export async function cutOutSubject({
  width,
  height,
  frame,
  picture,
  raster,
  face,
  figure,
}: View): Promise<Subject> {
  const size = { width, height };
  const framePyramid = buildPyramid(raster);
  const side = Math.max(width, height);
  const parsing = await parsePerson(framePyramid, (width - side) / 2, (height - side) / 2, side);
  const hair = partMask(parsing, PART.hair, width, height);
  const background = partMask(parsing, PART.background, width, height);
  const matte = await personMatte(figure, background, raster, picture, face);
  removeLeftovers(matte, picture, background, hair, { ...size, face });
  const spill = findHairSpill(picture, matte, hair, background, size);
  openHairHoles(matte, spill, width);
  releaseMemory(matte.length);
  const colours = estimateForeground(picture, matte, width, height);
  clearHairSpill(colours, matte, spill, width);
  releaseMemory(matte.length);
  decontaminateEdges(colours, matte, width, height);
  evenRim(colours, picture, matte, width, height);
  releaseMemory(matte.length);
  return {
    ...size,
    face,
    matte,
    colours,
    faceSkin: partMask(parsing, PART.face, width, height),
    bodySkin: partMask(parsing, PART.body, width, height),
    sourceScale: scaleOf(frame),
  };
}

function faceInFrame(source: Landmarks, frame: Affine): FaceGeometry {
  const toPicture = invertAffine(frame);
  const landmarks = new Float32Array(source.length);
  for (let i = 0; i < source.length / 3; i++) {
    const [x, y] = applyAffine(toPicture, point(source, i));
    landmarks.set([x, y, (source[i * 3 + 2] as number) / scaleOf(frame)], i * 3);
  }
  const [rightX, rightY] = point(landmarks, CHEEK_RIGHT);
  const [leftX, leftY] = point(landmarks, CHEEK_LEFT);
  const [topX, topY] = point(landmarks, FOREHEAD_TOP);
  const [chinX, chinY] = point(landmarks, CHIN);
  return {
    landmarks,
    centreX: (rightX + leftX) / 2,
    centreY: (topY + chinY) / 2,
    chinY,
    width: Math.hypot(leftX - rightX, leftY - rightY),
    height: Math.hypot(chinX - topX, chinY - topY),
  };
}
