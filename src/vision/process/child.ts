import { editPicture } from '@/vision/edit/edit-picture';
import { prepareBackdrop } from '@/vision/edit/prepare-backdrop';
import { warmUpModels } from '@/vision/models/sessions';
import { finishPicture } from '@/vision/photo/finish';
import { restrictLoaders } from '@/vision/photo/loaders';
import { preparePhoto } from '@/vision/photo/prepare';
import { scorePicture } from '@/vision/photo/score';
import type { JobName, JobReply, JobRequest, VisionJobs } from '@/vision/process/protocol';
import { drawPicture } from '@/vision/studio/draw';
import type { DrawProgress } from '@/vision/types';
import { VisionError } from '@/vision/vision-error';

/**
 * Entry of the vision process. It holds the models, decodes hostile files and draws, with no database, no secrets and
 * no network of its own; the parent gives it one job at a time and ends it when it misbehaves.
 */
type Report = (progress: DrawProgress) => void;
type Handlers = {
  [N in JobName]: (input: VisionJobs[N]['input'], report: Report) => Promise<VisionJobs[N]['output']>;
};

const handlers: Handlers = {
  preparePhoto,
  drawPicture,
  scorePicture,
  finishPicture,
  editPicture,
  prepareBackdrop,
  warmUp: async () => {
    await warmUpModels();
    return null;
  },
};

restrictLoaders();
process.on('disconnect', () => process.exit(0));
process.on('message', (request: JobRequest) => {
  void answer(request);
});

async function answer<N extends JobName>(request: JobRequest<N>): Promise<void> {
  const { id } = request;
  try {
    const handler: Handlers[N] = handlers[request.name];
    const output = await handler(request.input, (progress) => reply({ id, type: 'progress', progress }));
    reply({ id, type: 'result', output });
  } catch (error) {
    const code = error instanceof VisionError ? error.code : 'failed';
    const message = error instanceof Error ? error.message : String(error);
    reply({ id, type: 'error', code, message });
  }
}

function reply(message: JobReply): void {
  process.send?.(message);
}
