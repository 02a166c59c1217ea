import type { Detection } from '@/vision/face/detection';
import { detectFaces, redetect } from '@/vision/face/detector';
import { embedFace, type FaceEmbedding } from '@/vision/face/embedding';
import { type FaceMesh, fitMesh } from '@/vision/face/mesh';
import type { Pyramid } from '@/vision/image/pyramid';

export interface VerifiedFace {
  detection: Detection;
  mesh: FaceMesh;
  embedding: FaceEmbedding;
}

/** Limits measured on photos with and without faces: walls, hands and posters fail at least one of them. */
const MIN_REDETECTION = 0.7;
const MIN_PRESENCE = 0.5;
const MAX_ROLL = 60;
const MIN_NORM = 8;
const MAX_CANDIDATES = 8;

/** The one face selector of checks and studio: found, found again on a crop, a mesh fits, and it embeds as a face. */
export async function findVerifiedFaces(pyramid: Pyramid): Promise<VerifiedFace[]> {
  const verified: VerifiedFace[] = [];
  for (const detection of (await detectFaces(pyramid)).slice(0, MAX_CANDIDATES)) {
    if ((await redetect(pyramid, detection)) < MIN_REDETECTION) continue;
    const mesh = await fitMesh(pyramid, detection);
    if (mesh.presence < MIN_PRESENCE || Math.abs(mesh.pose.roll) > MAX_ROLL) continue;
    const embedding = await embedFace(pyramid, mesh.landmarks);
    if (embedding.norm >= MIN_NORM) verified.push({ detection, mesh, embedding });
  }
  return verified;
}
