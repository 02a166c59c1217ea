import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { findVerifiedFaces } from '@/vision/face/verified-faces';
import { buildPyramid } from '@/vision/image/pyramid';
import { decodeRaster, type Planes, type Raster } from '@/vision/image/raster';
import { type FaceMasks, faceMasks } from '@/vision/studio/retouch/face-masks';
import { cutOutSubject, type Subject, viewPerson } from '@/vision/studio/subject';
import { VisionError } from '@/vision/vision-error';

/** A picture taken apart for editing. Nothing here depends on the edit. */
export interface EditSubject {
  subject: Subject;
  /** The picture itself, 0–1. */
  picture: Planes;
  masks: FaceMasks;
  embedding: Float32Array;
  /** Px of the picture that came in ÷ px here. */
  reduced: number;
}

/** Px of a preview's short side: what a screen shows, at a sixth of the work of a full picture or less. */
const PREVIEW_SIDE = 640;
/** A preview's subject takes about 25 MB. */
const MAX_SUBJECTS = 3;

const IDENTITY = [1, 0, 0, 0, 1, 0] as const;

const subjects = new Map<string, EditSubject>();

/** Takes a picture apart in all its pixels. Throws `no_face`. */
export async function takeApart(jpeg: Uint8Array): Promise<EditSubject> {
  const { width } = await sharp(jpeg).metadata();
  // A small picture's preview is the picture itself, and remembered.
  return width <= PREVIEW_SIDE ? takeApartSmall(jpeg) : apart(await decodeRaster(jpeg), 1);
}

/** The same for a preview, or remembers having done so: the next move of a slider only needs drawing. */
export async function takeApartSmall(jpeg: Uint8Array): Promise<EditSubject> {
  const sha256 = createHash('sha256').update(jpeg).digest('hex');
  const found = subjects.get(sha256) ?? (await apartSmall(jpeg));
  subjects.delete(sha256);
  subjects.set(sha256, found);
  const [oldest] = subjects.keys();
  if (subjects.size > MAX_SUBJECTS && oldest !== undefined) subjects.delete(oldest);
  return found;
}

async function apartSmall(jpeg: Uint8Array): Promise<EditSubject> {
  const { width } = await sharp(jpeg).metadata();
  const { data, info } = await sharp(jpeg, { failOn: 'error' })
    .resize({ width: PREVIEW_SIDE, withoutEnlargement: true })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return apart({ data, width: info.width, height: info.height }, width / info.width);
}

async function apart(raster: Raster, reduced: number): Promise<EditSubject> {
  const { width, height } = raster;
  const pyramid = buildPyramid(raster);
  const [face] = await findVerifiedFaces(pyramid);
  if (!face) throw new VisionError('no_face', 'There is no face in the picture.');
  const view = await viewPerson(pyramid, face.mesh, IDENTITY, { width, height });
  const subject = await cutOutSubject(view);
  return {
    subject,
    picture: view.picture,
    masks: faceMasks(subject),
    embedding: face.embedding.vector,
    reduced,
  };
}
