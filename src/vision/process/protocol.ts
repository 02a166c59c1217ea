import type { EditedPicture, EditInput, PreparedBackdrop } from '@/vision/edit-types';
import type {
  DrawInput,
  DrawnPicture,
  DrawProgress,
  FinishedPicture,
  FinishInput,
  PictureScore,
  PreparedPhoto,
  VisionErrorCode,
} from '@/vision/types';

/** What one vision process can do: name → argument and result. All of it survives structured cloning. */
export interface VisionJobs {
  preparePhoto: { input: Uint8Array; output: PreparedPhoto };
  drawPicture: { input: DrawInput; output: DrawnPicture };
  scorePicture: { input: Uint8Array; output: PictureScore };
  finishPicture: { input: FinishInput; output: FinishedPicture };
  editPicture: { input: EditInput; output: EditedPicture };
  prepareBackdrop: { input: Uint8Array; output: PreparedBackdrop };
  warmUp: { input: null; output: null };
}

export type JobName = keyof VisionJobs;

export interface JobRequest<N extends JobName = JobName> {
  id: number;
  name: N;
  input: VisionJobs[N]['input'];
}

export type JobReply =
  | { id: number; type: 'progress'; progress: DrawProgress }
  | { id: number; type: 'result'; output: unknown }
  | { id: number; type: 'error'; code: VisionErrorCode; message: string };
