/** OpenAI's moderation of a few words of a person. It costs nothing, and names no person. */
import { callLimit } from '../call-limit';
import { openAi } from './client';
import { openAiFailure } from './openai-failures';

const MODEL = 'omni-moderation-latest';

/** The names of the categories that speak against the text. Throws `VendorFailure`. */
export async function moderateText(text: string, signal: AbortSignal, timeoutMs: number): Promise<string[]> {
  const limit = callLimit(signal, timeoutMs);
  try {
    const { results } = await openAi(limit.signal).moderations.create(
      { model: MODEL, input: text },
      { signal: limit.signal, timeout: timeoutMs },
    );
    return results.flatMap(({ flagged, categories }) =>
      flagged ? Object.entries(categories).flatMap(([name, hit]) => (hit ? [name] : [])) : [],
    );
  } catch (error) {
    throw openAiFailure(error, limit.ended());
  }
}
