/** OpenAI's own SDK, without its retries: a call that is repeated unseen is paid twice. */
import OpenAI from 'openai';
import { env } from '@/env';
import { cappedFetch } from '../capped-fetch';

/** Bytes: a picture of 2048 px as base64 stays far below. */
const LARGEST_ANSWER = 64 * 1024 ** 2;

/**
 * For calls that end with `signal`. The SDK heeds its own signal and time limit only until the head of the answer is there; ours cuts a
 * body off, too. Throws when no key is set.
 */
export function openAi(signal: AbortSignal): OpenAI {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL } = env();
  if (!apiKey) throw new Error('Configuration: OPENAI_API_KEY is not set');
  return new OpenAI({
    apiKey,
    baseURL: baseURL ?? 'https://api.openai.com/v1',
    maxRetries: 0,
    logLevel: 'off',
    fetch: cappedFetch(LARGEST_ANSWER, signal),
  });
}
