import sharp from 'sharp';
import { type Composed, compose, type Layers } from '@/vision/edit/compose';
import { cropBox, cropPlane, cropPlanes } from '@/vision/edit/crop';
import { finishPerson } from '@/vision/edit/finish-person';
import { takeApart, takeApartSmall } from '@/vision/edit/subject-cache';
import type { CropBox, EditedPicture, EditInput } from '@/vision/edit-types';
import { eyeLinePoint } from '@/vision/face/landmarks';
import { cosine } from '@/vision/face/similarity';
import { findVerifiedFaces } from '@/vision/face/verified-faces';
import { buildPyramid } from '@/vision/image/pyramid';
import { decodeRaster } from '@/vision/image/raster';
import { comparableFaces } from '@/vision/photo/measure';
import { releaseMemory } from '@/vision/studio/release-memory';
import { VisionError } from '@/vision/vision-error';

/**
 * Edits an accepted picture: always from the picture as it was made, so that no edit adds to another. The mark it
 * carries is kept. Throws `no_face`, or `failed` when a saved one does not show exactly one face any more.
 */
export async function editPicture(input: EditInput): Promise<EditedPicture> {
  const saving = input.purpose === 'save';
  const apart = saving ? await takeApart(input.jpeg) : await takeApartSmall(input.jpeg);
  const { subject, picture, embedding, reduced } = apart;
  const after = finishPerson(apart, input.finish);
  const face = { x: subject.face.centreX, eyes: eyeLinePoint(subject.face.landmarks)[1] };
  const box = cropBox(subject, face, input.crop);
  const layers: Layers = {
    width: box.width,
    height: box.height,
    headX: subject.face.centreX - box.left,
    headY: subject.face.centreY - box.top,
    matte: cropPlane(subject.matte, subject.width, box),
    before: cropPlanes(subject.colours, subject.width, box),
    after: cropPlanes(after, subject.width, box),
    picture: cropPlanes(picture, subject.width, box),
  };
  releaseMemory(subject.matte.length);
  const composed = await compose(layers, input.backdrop);
  const { image, format } = await encode(composed, box, await markOf(input.jpeg), saving);
  return {
    image,
    format,
    width: box.width,
    height: box.height,
    box: scaled(box, reduced),
    face: saving ? await lookAgain(image, embedding) : null,
  };
}

async function markOf(jpeg: Uint8Array): Promise<string> {
  const { xmp } = await sharp(jpeg).metadata();
  if (!xmp) throw new VisionError('failed', 'The picture carries no provenance mark.');
  return xmp.toString('utf8');
}

async function encode(
  { data, channels }: Composed,
  { width, height }: CropBox,
  xmp: string,
  saving: boolean,
): Promise<Pick<EditedPicture, 'image' | 'format'>> {
  const image = sharp(data, { raw: { width, height, channels } });
  if (channels === 3) {
    const jpeg = image.jpeg({ quality: saving ? 92 : 86, chromaSubsampling: '4:4:4' });
    return { image: await jpeg.withXmp(xmp).toBuffer(), format: 'jpeg' };
  }
  if (saving)
    return { image: await image.png({ compressionLevel: 7 }).withXmp(xmp).toBuffer(), format: 'png' };
  return { image: await image.webp({ quality: 84, effort: 2 }).withXmp(xmp).toBuffer(), format: 'webp' };
}

/** Looks at the finished file as anybody would; one without a backdrop on grey. */
async function lookAgain(image: Uint8Array, unedited: Float32Array): Promise<EditedPicture['face']> {
  const flat = await sharp(image).flatten({ background: '#808080' }).jpeg({ quality: 95 }).toBuffer();
  const faces = await findVerifiedFaces(buildPyramid(await decodeRaster(flat)));
  const [face] = faces;
  if (!face || comparableFaces(faces).count > 1) {
    throw new VisionError('failed', 'The edited picture does not show exactly one face.');
  }
  const { vector } = face.embedding;
  return { embedding: vector, likeness: cosine(vector, unedited) };
}

function scaled({ left, top, width, height }: CropBox, by: number): CropBox {
  return { left: left * by, top: top * by, width: width * by, height: height * by };
}
