import { InferenceSession } from 'onnxruntime-node';
import { loadTflite, type TfliteModel } from '@/vision/models/litert';
import { loadWeights, type WeightsName } from '@/vision/models/weights';

/** Every model of the vision process, loaded when first asked for and kept. */
export const models = {
  faceDetectorShort: tflite('faceDetectorShort'),
  faceDetectorFull: tflite('faceDetectorFull'),
  faceMesh: tflite('faceMesh'),
  blendshapes: tflite('blendshapes'),
  personParsing: tflite('personParsing'),
  faceEmbedding: onnx('faceEmbedding'),
  portraitMatting: onnx('portraitMatting'),
};

/** Loads what photo checks need; matting follows on the first picture. */
export async function warmUpModels(): Promise<void> {
  await models.faceDetectorShort();
  await models.faceDetectorFull();
  await models.faceMesh();
  await models.blendshapes();
  await models.personParsing();
  await models.faceEmbedding();
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function tflite(name: WeightsName): () => Promise<TfliteModel> {
  return once(() => loadTflite(loadWeights(name)));
}

/**
 * A waiting thread of the runtime spins. Tests run several of these processes on the same cores, where that only takes time from
 * each other.
 */
const THREADS = process.env.NODE_ENV === 'test' ? 1 : 2;

/** No memory arena: MODNet's would keep hundreds of MB after its first run. Severity 3 hides SFace's warnings. */
function onnx(name: WeightsName): () => Promise<InferenceSession> {
  return once(() =>
    InferenceSession.create(loadWeights(name), {
      logSeverityLevel: 3,
      intraOpNumThreads: THREADS,
      enableCpuMemArena: false,
      enableMemPattern: false,
    }),
  );
}
