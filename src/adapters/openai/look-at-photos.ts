/** Asks OpenAI's small vision model what photos show, answered in a schema of ours. */
import { zodTextFormat } from 'openai/helpers/zod';
import type { ZodType } from 'zod';
import { env } from '@/env';
import { callLimit } from '../call-limit';
import { VendorFailure } from '../vendor-failure';
import { openAi } from './client';
import { openAiFailure } from './openai-failures';

export type Look<T> = {
  instructions: string;
  photos: readonly Uint8Array[];
  /** Every field required: what may be missing is nullable. */
  schema: ZodType<T>;
  /** Of the schema, for the vendor. */
  name: string;
  personKey: string;
  signal: AbortSignal;
  timeoutMs: number;
};

export type Seen<T> = {
  answer: T;
  model: string;
  vendorId: string | null;
  usage: Record<string, unknown> | null;
};

/** Throws `VendorFailure`. Nothing of it is stored at the vendor. */
export async function lookAtPhotos<T>(look: Look<T>): Promise<Seen<T>> {
  const { OPENAI_VISION_MODEL: model } = env();
  const limit = callLimit(look.signal, look.timeoutMs);
  try {
    const response = await openAi(limit.signal).responses.parse(
      {
        model,
        store: false,
        safety_identifier: look.personKey,
        instructions: look.instructions,
        input: [
          {
            role: 'user',
            content: look.photos.map((jpeg) => ({
              type: 'input_image' as const,
              detail: 'low' as const,
              image_url: `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`,
            })),
          },
        ],
        text: { format: zodTextFormat(look.schema, look.name) },
      },
      { signal: limit.signal, timeout: look.timeoutMs },
    );
    const { output_parsed: answer, id, usage } = response;
    if (!answer) throw new VendorFailure('refused', 'OpenAI described nothing.', { vendorId: id });
    return { answer, model, vendorId: id, usage: usage ? { ...usage } : null };
  } catch (error) {
    throw openAiFailure(error, limit.ended());
  }
}
