import { metrics } from '@opentelemetry/api';
import type { Db } from '@/db/types';
import { log } from '@/lib/log';
import { TELEMETRY_NAME } from '@/lib/telemetry';
import { GAUGES, type GaugeName, readGauges } from './read-gauges';

/** Reads the gauges each time somebody collects metrics, and never otherwise. */
export function observeGauges(db: Db): void {
  const meter = metrics.getMeter(TELEMETRY_NAME);
  const gauges = new Map(
    Object.entries(GAUGES).map(([name, description]) => [
      name as GaugeName,
      meter.createObservableGauge(name, { description }),
    ]),
  );
  meter.addBatchObservableCallback(
    async (result) => {
      try {
        for (const { name, labels, value } of await readGauges(db)) {
          const gauge = gauges.get(name);
          if (gauge) result.observe(gauge, value, labels);
        }
      } catch (error) {
        log.error({ err: error }, 'metrics could not be read');
      }
    },
    [...gauges.values()],
  );
}
