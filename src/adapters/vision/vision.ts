/** The process's vision client: one child process with the models, shared by photo checks and the studio engine. */
import { createVisionClient } from '@/vision/process/client';
import type { VisionClient } from '@/vision/types';

const holder = globalThis as typeof globalThis & { headcraftVision?: VisionClient };

export function vision(): VisionClient {
  holder.headcraftVision ??= createVisionClient();
  return holder.headcraftVision;
}

/** Ends the child process, if there is one. The next `vision()` starts anew. */
export async function closeVision(): Promise<void> {
  const client = holder.headcraftVision;
  holder.headcraftVision = undefined;
  await client?.close();
}
