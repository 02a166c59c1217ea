/**
 * Starts what was asked for: traces and metrics sent to a collector that speaks OTLP (`OTEL_EXPORTER_OTLP_ENDPOINT` and the other
 * standard variables, which the exporters read themselves), metrics read at `/api/metrics` (`METRICS_TOKEN`). Without either nothing
 * is loaded.
 */
import { metrics } from '@opentelemetry/api';

export type Telemetry = {
  /** Prometheus text; null when nobody may read it here. */
  metricsText(): Promise<string | null>;
  stop(): Promise<void>;
};

type Wanted = { endpoint: string | undefined; metricsToken: string | undefined };

const holder = globalThis as typeof globalThis & { headcraftTelemetry?: Telemetry };

const OFF: Telemetry = { metricsText: async () => null, stop: async () => {} };

/** The process's telemetry, off until `startTelemetry`. */
export function telemetry(): Telemetry {
  return holder.headcraftTelemetry ?? OFF;
}

/** Call once, before anything is measured. Answers whether anybody will look. */
export async function startTelemetry({ endpoint, metricsToken }: Wanted): Promise<boolean> {
  if (!endpoint && !metricsToken) return false;
  const { defaultResource, resourceFromAttributes } = await import('@opentelemetry/resources');
  const { MeterProvider } = await import('@opentelemetry/sdk-metrics');
  const resource = defaultResource().merge(
    resourceFromAttributes({ 'service.name': process.env.OTEL_SERVICE_NAME ?? 'headcraft' }),
  );
  const page = metricsToken ? await openPage() : null;
  const traces = endpoint ? await startTraces(resource) : null;
  const provider = new MeterProvider({
    resource,
    readers: [...(page ? [page.reader] : []), ...(endpoint ? [await openPush()] : [])],
  });
  metrics.setGlobalMeterProvider(provider);
  holder.headcraftTelemetry = {
    metricsText: async () => (page ? page.text() : null),
    stop: async () => {
      await Promise.allSettled([provider.shutdown(), traces?.shutdown()]);
      metrics.disable();
      holder.headcraftTelemetry = undefined;
    },
  };
  return true;
}

/** Metrics that wait to be read. */
async function openPage() {
  const { PrometheusExporter, PrometheusSerializer } = await import('@opentelemetry/exporter-prometheus');
  const reader = new PrometheusExporter({ preventServerStart: true });
  const serializer = new PrometheusSerializer();
  return {
    reader,
    text: async () => serializer.serialize((await reader.collect()).resourceMetrics),
  };
}

async function openPush() {
  const { PeriodicExportingMetricReader } = await import('@opentelemetry/sdk-metrics');
  const { OTLPMetricExporter } = await import('@opentelemetry/exporter-metrics-otlp-proto');
  return new PeriodicExportingMetricReader({ exporter: new OTLPMetricExporter() });
}

async function startTraces(resource: import('@opentelemetry/resources').Resource) {
  const { BatchSpanProcessor, NodeTracerProvider } = await import('@opentelemetry/sdk-trace-node');
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-proto');
  const { RedactSpans } = await import('./redact-spans');
  const provider = new NodeTracerProvider({
    resource,
    spanProcessors: [new RedactSpans(new BatchSpanProcessor(new OTLPTraceExporter()))],
  });
  provider.register();
  return provider;
}
