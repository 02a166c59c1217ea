/** One uploaded file out of a request: the raw body, or the field `file` of a form. */
import { tooLarge } from '@/adapters/blob/incoming';
import { AppError } from '@/lib/errors';
import { say } from '@/texts/current-texts';
import { MAX_PHOTO_BYTES } from './photo-types';

/** Room for the other fields and the boundaries of a form. */
const FORM_OVERHEAD = 64 * 1024;

export type Upload = { clientKey: string; name: string; stream: ReadableStream<Uint8Array> };

/**
 * The key and the name come from the fields `clientKey` and `name` of a form, else from the headers `x-client-key` and
 * `x-file-name` (percent-encoded). Without a key the upload is its own. Throws `too_large` and `malformed`.
 */
export async function readUpload(request: Request): Promise<Upload> {
  const { headers, body } = request;
  const isForm = headers.get('content-type')?.toLowerCase().startsWith('multipart/form-data') ?? false;
  const limit = isForm ? MAX_PHOTO_BYTES + FORM_OVERHEAD : MAX_PHOTO_BYTES;
  if (Number(headers.get('content-length') ?? 0) > limit) throw tooLarge(MAX_PHOTO_BYTES);
  const clientKey = headers.get('x-client-key') ?? crypto.randomUUID();
  const name = decodeName(headers.get('x-file-name') ?? '');
  if (!isForm) return { clientKey, name, stream: body ?? emptyStream() };
  const form = await readForm(request, limit);
  const file = form.get('file');
  if (!(file instanceof File)) throw new AppError('malformed', say('uploads.refused.noFile'));
  return {
    clientKey: textOf(form, 'clientKey') ?? clientKey,
    name: textOf(form, 'name') ?? file.name,
    stream: file.stream(),
  };
}

async function readForm(request: Request, limit: number): Promise<FormData> {
  let size = 0;
  const cap = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > limit) controller.error(tooLarge(MAX_PHOTO_BYTES));
      else controller.enqueue(chunk);
    },
  });
  const type = request.headers.get('content-type') ?? '';
  try {
    const body = (request.body ?? emptyStream()).pipeThrough(cap);
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch {
    throw size > limit ? tooLarge(MAX_PHOTO_BYTES) : new AppError('malformed', say('uploads.refused.form'));
  }
}

function textOf(form: FormData, field: string): string | undefined {
  const value = form.get(field);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function decodeName(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

function emptyStream(): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.close() });
}
