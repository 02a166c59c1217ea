/** Asks OpenAI's small model for an answer in a schema of ours, and hands its JSON on while it is being written. */
import { zodTextFormat } from 'openai/helpers/zod';
import type { ResponseStreamEvent } from 'openai/resources/responses/responses';
import type { ZodType } from 'zod';
import { env } from '@/env';
import { callLimit } from '../call-limit';
import { VendorFailure } from '../vendor-failure';
import { openAi } from './client';
import { openAiFailure } from './openai-failures';

export type Question<T> = {
  instructions: string;
  input: string;
  /** Every field required: what may be missing is nullable. */
  schema: ZodType<T>;
  /** Of the schema, for the vendor. */
  name: string;
  personKey: string;
  signal: AbortSignal;
  timeoutMs: number;
};

export type Answered<T> = {
  answer: T;
  model: string;
  vendorId: string | null;
  usage: Record<string, unknown> | null;
};

/** Yields pieces of the JSON and returns the whole, checked. Throws `VendorFailure`. Nothing of it is stored at the vendor. */
export async function* streamAnswer<T>(question: Question<T>): AsyncGenerator<string, Answered<T>> {
  const { OPENAI_CHAT_MODEL: model } = env();
  const limit = callLimit(question.signal, question.timeoutMs);
  try {
    const events = await openAi(limit.signal).responses.create(
      {
        model,
        stream: true,
        store: false,
        safety_identifier: question.personKey,
        instructions: question.instructions,
        input: question.input,
        max_output_tokens: MOST_TOKENS,
        text: { format: zodTextFormat(question.schema, question.name) },
      },
      { signal: limit.signal, timeout: question.timeoutMs },
    );
    let json = '';
    for await (const event of events) {
      if (event.type === 'response.output_text.delta') {
        json += event.delta;
        yield event.delta;
      }
      const end = endOf(event);
      if (end)
        return { answer: read(question.schema, json, end.id), model, vendorId: end.id, usage: end.usage };
    }
    throw new VendorFailure('unusable', 'OpenAI’s answer broke off.');
  } catch (error) {
    throw openAiFailure(error, limit.ended());
  }
}

/** Far more than an answer has. */
const MOST_TOKENS = 2_000;

type End = { id: string; usage: Record<string, unknown> | null };

/** Null while more comes. */
function endOf(event: ResponseStreamEvent): End | null {
  switch (event.type) {
    case 'response.completed':
      return { id: event.response.id, usage: event.response.usage ? { ...event.response.usage } : null };
    case 'response.refusal.done':
      throw new VendorFailure('refused', 'OpenAI declined to answer.');
    case 'response.failed':
      throw new VendorFailure('outage', `OpenAI failed while answering: ${event.response.error?.code}.`);
    case 'response.incomplete':
      throw new VendorFailure('unusable', 'OpenAI’s answer is incomplete.', { vendorId: event.response.id });
    case 'error':
      throw new VendorFailure('outage', `OpenAI broke off: ${event.code}.`);
    default:
      return null;
  }
}

function read<T>(schema: ZodType<T>, json: string, vendorId: string): T {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new VendorFailure('unusable', 'OpenAI answered without JSON.', { vendorId });
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    throw new VendorFailure('unusable', 'OpenAI’s answer does not fit its schema.', { vendorId });
  return parsed.data;
}
