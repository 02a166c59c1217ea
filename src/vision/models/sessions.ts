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

/** No memory arena: MODNet's would keep hundreds of MB after its first run. Severity 3 hides SFace's warnings. */
function onnx(name: WeightsName): () => Promise<InferenceSession> {
  return once(() =>
    InferenceSession.create(loadWeights(name), {
      logSeverityLevel: 3,
      intraOpNumThreads: 2,
      enableCpuMemArena: false,
      enableMemPattern: false,
    }),
  );
}
