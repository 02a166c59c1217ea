/** Figures in the text form of Prometheus, for whoever knows `METRICS_TOKEN`. Without that variable it does not exist. */
import { telemetry } from '@/adapters/telemetry/telemetry';
import { bearerRoute } from '@/auth/bearer';
import { env } from '@/env';
import { notFound } from '@/lib/errors';

export const GET = bearerRoute(
  () => env().METRICS_TOKEN,
  async () => {
    const text = await telemetry().metricsText();
    if (text === null) throw notFound('route');
    return new Response(text, {
      headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' },
    });
  },
);
