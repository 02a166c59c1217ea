/** One picture made from reference photos by OpenAI's image edit. */
import { toFile } from 'openai';
import type { ImageEditParamsNonStreaming } from 'openai/resources/images';
import { env } from '@/env';
import { callLimit } from '../call-limit';
import { VendorFailure } from '../vendor-failure';
import { openAi } from './client';
import { openAiFailure } from './openai-failures';

export type ImageEdit = {
  prompt: string;
  /** JPEGs; the first weighs most. */
  references: readonly Uint8Array[];
  /** Px, multiples of 16. */
  width: number;
  height: number;
  personKey: string;
  signal: AbortSignal;
  timeoutMs: number;
};

export type EditedImage = {
  image: Uint8Array;
  model: string;
  vendorId: string | null;
  usage: Record<string, unknown> | null;
};

/** Throws `VendorFailure`. */
export async function editImage(edit: ImageEdit): Promise<EditedImage> {
  const { OPENAI_IMAGE_MODEL: model, OPENAI_IMAGE_QUALITY: quality } = env();
  const limit = callLimit(edit.signal, edit.timeoutMs);
  try {
    const image = await Promise.all(
      edit.references.map((jpeg, at) => toFile(jpeg, `selfie-${at + 1}.jpg`, { type: 'image/jpeg' })),
    );
    // The SDK's types do not know the identifier here yet; the API does.
    const params: ImageEditParamsNonStreaming & { safety_identifier: string } = {
      model,
      image,
      prompt: edit.prompt,
      size: `${edit.width}x${edit.height}`,
      quality,
      n: 1,
      output_format: 'png',
      background: 'opaque',
      safety_identifier: edit.personKey,
    };
    const { data, response } = await openAi(limit.signal)
      .images.edit(params, { signal: limit.signal, timeout: edit.timeoutMs })
      .withResponse();
    const vendorId = response.headers.get('x-request-id');
    const encoded = data?.data?.[0]?.b64_json;
    if (!encoded) throw new VendorFailure('unusable', 'OpenAI answered without a picture.', { vendorId });
    return {
      image: Buffer.from(encoded, 'base64'),
      model,
      vendorId,
      usage: data.usage ? { ...data.usage } : null,
    };
  } catch (error) {
    throw openAiFailure(error, limit.ended());
  }
}
