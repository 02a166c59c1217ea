import { type Detection, sigmoid } from '@/vision/face/detection';
import type { Landmarks } from '@/vision/face/landmarks';
import { BLENDSHAPE_OUTPUT, BLENDSHAPE_POINTS } from '@/vision/face/mesh-model-tables';
import { eyeRoll, headPose } from '@/vision/face/pose';
import { framing, type Point, scaleOf } from '@/vision/image/affine';
import type { Pyramid } from '@/vision/image/pyramid';
import { toRadians } from '@/vision/image/scalar';
import { warpForModel } from '@/vision/image/warp';
import { models } from '@/vision/models/sessions';
import type { Pose } from '@/vision/types';

export interface FaceMesh {
  landmarks: Landmarks;
  /** 0–1: is there a face at all under this mesh. */
  presence: number;
  pose: Pose;
  /** The smaller blink score of both eyes and the mean smile, 0–1. */
  blink: number;
  smile: number;
}

const INPUT = 256;
/** The crop is half as large again as the face, as the model was trained. */
const MARGIN = 1.5;

/** Fits the mesh twice: first on the detector's box, then on the box and angle of the first mesh. */
export async function fitMesh(pyramid: Pyramid, face: Detection): Promise<FaceMesh> {
  const angle = Math.atan2(face.leftEye[1] - face.rightEye[1], face.leftEye[0] - face.rightEye[0]);
  const centre: Point = [face.x + face.width / 2, face.y + face.height / 2];
  const rough = await runMesh(pyramid, centre, Math.max(face.width, face.height) * MARGIN, angle);
  return refitMesh(pyramid, rough.landmarks);
}

/** Fits the mesh once more, starting from landmarks that are already about right. */
export async function refitMesh(pyramid: Pyramid, landmarks: Landmarks): Promise<FaceMesh> {
  const { centre, size, angle } = uprightBox(landmarks);
  const fine = await runMesh(pyramid, centre, size * MARGIN, angle);
  const blend = await blendshapes(fine.landmarks);
  const score = (name: keyof typeof BLENDSHAPE_OUTPUT) => blend[BLENDSHAPE_OUTPUT[name]] as number;
  return {
    landmarks: fine.landmarks,
    presence: fine.presence,
    pose: headPose(fine.landmarks),
    blink: Math.min(score('eyeBlinkLeft'), score('eyeBlinkRight')),
    smile: (score('mouthSmileLeft') + score('mouthSmileRight')) / 2,
  };
}

async function runMesh(
  pyramid: Pyramid,
  centre: Point,
  side: number,
  angle: number,
): Promise<{ landmarks: Landmarks; presence: number }> {
  const m = framing([INPUT / 2, INPUT / 2], centre, angle, side / INPUT);
  const input = warpForModel(pyramid, m, INPUT, INPUT).map((v) => v / 255);
  const outputs = await (await models.faceMesh()).run(input, [1, INPUT, INPUT, 3]);
  const raw = outputs.find((output) => output.length === 478 * 3);
  const flag = outputs.find((output) => output.length === 1)?.[0];
  if (!raw || flag === undefined) throw new Error('The face mesh model answered in an unknown shape.');
  const landmarks = new Float32Array(raw.length);
  const scale = scaleOf(m);
  for (let i = 0; i < raw.length; i += 3) {
    const x = raw[i] as number;
    const y = raw[i + 1] as number;
    landmarks[i] = m[0] * x + m[1] * y + m[2];
    landmarks[i + 1] = m[3] * x + m[4] * y + m[5];
    landmarks[i + 2] = (raw[i + 2] as number) * scale;
  }
  return { landmarks, presence: sigmoid(flag) };
}

function uprightBox(landmarks: Landmarks): { centre: Point; size: number; angle: number } {
  const angle = toRadians(eyeRoll(landmarks));
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < 468 * 3; i += 3) {
    const x = (landmarks[i] as number) * c + (landmarks[i + 1] as number) * s;
    const y = (landmarks[i + 1] as number) * c - (landmarks[i] as number) * s;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  return { centre: [x * c - y * s, x * s + y * c], size: Math.max(right - left, bottom - top), angle };
}

async function blendshapes(landmarks: Landmarks): Promise<Float32Array> {
  const input = new Float32Array(BLENDSHAPE_POINTS.length * 2);
  BLENDSHAPE_POINTS.forEach((index, i) => {
    input[i * 2] = landmarks[index * 3] as number;
    input[i * 2 + 1] = landmarks[index * 3 + 1] as number;
  });
  const [scores] = await (await models.blendshapes()).run(input, [1, BLENDSHAPE_POINTS.length, 2]);
  return scores as Float32Array;
}
