/** Selfies at Replicate: uploaded for one prediction, deleted after it. */
import { z } from 'zod';
import { VendorFailure } from '../vendor-failure';
import { callReplicate } from './client';

const fileAnswer = z.object({ id: z.string().min(1), urls: z.object({ get: z.url() }) });

export type UploadedFile = { id: string; url: string };

/** Throws `VendorFailure`. */
export async function uploadFile(jpeg: Uint8Array, name: string, signal: AbortSignal): Promise<UploadedFile> {
  const form = new FormData();
  form.set('content', new File([new Uint8Array(jpeg)], name, { type: 'image/jpeg' }));
  const parsed = fileAnswer.safeParse(
    await callReplicate({ method: 'POST', path: '/files', body: form, signal }),
  );
  if (!parsed.success) throw new VendorFailure('unusable', 'Replicate did not say where the file is.');
  return { id: parsed.data.id, url: parsed.data.urls.get };
}

/** One that is not there counts as deleted. Throws `VendorFailure`. */
export async function deleteFile(id: string, signal: AbortSignal): Promise<void> {
  try {
    await callReplicate({ method: 'DELETE', path: `/files/${encodeURIComponent(id)}`, signal });
  } catch (error) {
    if (!(error instanceof VendorFailure && error.message.endsWith(' 404.'))) throw error;
  }
}
