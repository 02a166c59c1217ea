/** What every Node process is watched for. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { metrics } from '@opentelemetry/api';
import { TELEMETRY_NAME } from './telemetry';

/** Starts measuring how late the event loop comes, which costs a timer; so only where somebody reads it. */
export function observeProcess(): void {
  const meter = metrics.getMeter(TELEMETRY_NAME);
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  meter
    .createObservableGauge('headcraft.process.memory', { description: 'Resident memory', unit: 'By' })
    .addCallback((result) => result.observe(process.memoryUsage.rss()));
  meter
    .createObservableGauge('headcraft.process.lag', {
      description: 'How late the event loop came, 99th percentile since the last look',
      unit: 's',
    })
    .addCallback((result) => {
      result.observe(delay.percentile(99) / 1e9);
      delay.reset();
    });
  meter
    .createObservableGauge('headcraft.process.uptime', { description: 'Since the start', unit: 's' })
    .addCallback((result) => result.observe(process.uptime()));
}
