/**
 * Spans and figures of what the product does. Until an SDK is started (`adapters/telemetry`) all of this does nothing. Attributes
 * are names of kinds (a queue, an engine, an outcome), never of people, teams or things.
 */
import { type Attributes, metrics, SpanStatusCode, trace } from '@opentelemetry/api';
import { errorMessage } from './log-error';

export const TELEMETRY_NAME = 'headcraft';

/** Runs `work` inside a span, which ends with it and says when it failed. */
export function traced<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  return trace.getTracer(TELEMETRY_NAME).startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: errorMessage(error) });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Upper bounds in seconds: from a route's milliseconds to a picture's minutes. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900];

/** Every duration there is, in seconds. */
const DURATIONS = {
  'headcraft.request.duration': 'API requests, by route, method and status',
  'headcraft.job.duration': 'Background jobs, by queue and outcome',
  'headcraft.engine.duration': 'Calls of engines, by engine and outcome',
  'headcraft.generation.duration': 'Generations from press to end, by engine and outcome',
} as const;

export function recordDuration(name: keyof typeof DURATIONS, ms: number, attributes: Attributes): void {
  metrics
    .getMeter(TELEMETRY_NAME)
    .createHistogram(name, {
      description: DURATIONS[name],
      unit: 's',
      advice: { explicitBucketBoundaries: SECONDS },
    })
    .record(ms / 1000, attributes);
}

/** A span and a duration of the same work: `outcome` says what to call its end. */
export async function measured<T>(
  name: keyof typeof DURATIONS,
  attributes: Attributes,
  work: () => Promise<T>,
): Promise<T> {
  const started = performance.now();
  let outcome = 'failed';
  try {
    const value = await traced(name.replace(/\.duration$/, ''), attributes, work);
    outcome = 'done';
    return value;
  } finally {
    recordDuration(name, performance.now() - started, { ...attributes, outcome });
  }
}
