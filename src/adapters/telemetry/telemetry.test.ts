import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { trace } from '@opentelemetry/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { log } from '@/lib/log';
import { measured, recordDuration, traced } from '@/lib/telemetry';
import { withoutAddress } from './redact-spans';
import { startTelemetry, telemetry } from './telemetry';

const SECRET = 'tok3n-of-an-invitation';

/** What arrived at the collector, by path; protobuf, in which texts stand as they are. */
const arrived = new Map<string, Buffer[]>();
let collector: Server;

beforeAll(async () => {
  collector = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    arrived.set(request.url ?? '', [...(arrived.get(request.url ?? '') ?? []), body]);
    response.writeHead(200, { 'Content-Type': 'application/x-protobuf' }).end();
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = endpoint;
  expect(await startTelemetry({ endpoint, metricsToken: 'x'.repeat(16) })).toBe(true);
});

afterAll(async () => {
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
  await new Promise((resolve) => collector.close(resolve));
});

test('spans and figures reach the collector and the page, without an address in them', async () => {
  await measured('headcraft.job.duration', { queue: 'mail.deliver' }, async () => {
    const span = trace.getTracer('next.js').startSpan(`fetch GET https://api.example.test/x?token=${SECRET}`);
    span.setAttributes({ 'http.target': `/invitations/${SECRET}`, 'http.route': '/invitations/[token]' });
    span.end();
  });
  recordDuration('headcraft.request.duration', 30, { route: '/api/teams', method: 'GET', status: 200 });

  const text = await telemetry().metricsText();
  expect(text).toMatch(/headcraft_job_duration_count\{[^}]*queue="mail\.deliver"[^}]*outcome="done"/);
  expect(text).toMatch(/headcraft_request_duration_bucket\{[^}]*le="0\.05"[^}]*\} 1/);

  await telemetry().stop();
  const traces = Buffer.concat(arrived.get('/v1/traces') ?? []).toString('latin1');
  const metrics = Buffer.concat(arrived.get('/v1/metrics') ?? []).toString('latin1');
  expect(traces).toContain('headcraft.job');
  expect(traces).toContain('fetch GET api.example.test');
  expect(traces).toContain('/invitations/[token]');
  expect(traces).not.toContain(SECRET);
  expect(metrics).toContain('headcraft.job.duration');
});

test('what fails is told as failed, without the addresses of people, and thrown on', async () => {
  const failing = traced('headcraft.job', {}, async () => {
    log.info('inside');
    throw new Error('550 nora@example.test: no such user');
  });
  await expect(failing).rejects.toThrow('no such user');
});

test('nobody asked: nothing starts, and nothing is to be read', async () => {
  expect(await startTelemetry({ endpoint: undefined, metricsToken: undefined })).toBe(false);
  expect(await telemetry().metricsText()).toBeNull();
});

test.each([
  ['GET /invitations/[token]', 'GET /invitations/[token]'],
  [`fetch POST https://u:p@api.example.test:8443/a/b?c=${SECRET}`, 'fetch POST api.example.test:8443'],
  ['fetch GET http://[', 'fetch GET elsewhere'],
])('%s', (name, kept) => {
  expect(withoutAddress(name)).toBe(kept);
});
