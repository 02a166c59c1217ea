import { findVerifiedFaces } from '@/vision/face/verified-faces';
import { buildPyramid, type Pyramid } from '@/vision/image/pyramid';
import { decodeRaster } from '@/vision/image/raster';
import { photoHash, recallSeen, rememberSeen, type SeenPhoto } from '@/vision/photo/seen-photos';
import { parseFrameArea } from '@/vision/studio/frame-fit';
import type { FinishedSubject } from '@/vision/studio/render';
import { VisionError } from '@/vision/vision-error';

/** A working photo, decoded, with what was seen in it. */
export interface AnalysedPhoto extends SeenPhoto {
  sha256: string;
  pyramid: Pyramid;
}

/** A 4096 px photo holds 67 MB; another ratio of the same photo usually follows at once. */
const MAX_PHOTOS = 1;
/** A finished subject takes 16 bytes a pixel: 21 MB at 1024×1280, 84 MB at 2048×2560. */
const MAX_SUBJECT_BYTES = 130 * 1024 * 1024;

const photos = new Map<string, AnalysedPhoto>();
const subjects = new Map<string, FinishedSubject>();

/** Decodes a photo and finds its face, or remembers having done so here or when it was checked. Throws `no_face`. */
export async function analysePhoto(
  jpeg: Uint8Array,
  onDecoded: () => void = () => {},
): Promise<AnalysedPhoto> {
  const sha256 = photoHash(jpeg);
  const known = photos.get(sha256);
  const pyramid = known?.pyramid ?? buildPyramid(await decodeRaster(jpeg));
  onDecoded();
  if (known) return known;
  const seen = recallSeen(sha256) ?? (await look(pyramid));
  rememberSeen(sha256, seen);
  const photo = { sha256, pyramid, ...seen };
  remember(photos, sha256, photo);
  while (photos.size > MAX_PHOTOS) forgetOldest(photos);
  return photo;
}

async function look(pyramid: Pyramid): Promise<SeenPhoto> {
  const [face] = await findVerifiedFaces(pyramid);
  if (!face) throw new VisionError('no_face', 'There is no face in the photo.');
  return { mesh: face.mesh, frameArea: await parseFrameArea(pyramid, face.mesh) };
}

/** The last few finished subjects: another style or seed of the same frame only needs rendering. */
export async function cachedSubject(
  key: string,
  make: () => Promise<FinishedSubject>,
): Promise<FinishedSubject> {
  const subject = subjects.get(key) ?? (await make());
  remember(subjects, key, subject);
  while (subjects.size > 1 && bytesHeld() > MAX_SUBJECT_BYTES) forgetOldest(subjects);
  return subject;
}

function bytesHeld(): number {
  let bytes = 0;
  for (const subject of subjects.values()) bytes += subject.width * subject.height * 16;
  return bytes;
}

function remember<T>(cache: Map<string, T>, key: string, value: T): void {
  cache.delete(key);
  cache.set(key, value);
}

function forgetOldest<T>(cache: Map<string, T>): void {
  const [oldest] = cache.keys();
  if (oldest !== undefined) cache.delete(oldest);
}
