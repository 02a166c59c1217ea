/** Lets Neon's WebSocket driver talk to a plain Postgres: each socket's bytes go to a TCP connection and back. */
import { connect } from 'node:net';
import { WebSocketServer } from 'ws';
import { freePort } from '../../scripts/free-port';

export type NeonProxy = { /** host:port */ address: string; close(): Promise<void> };

export async function startNeonProxy(postgresUrl: string): Promise<NeonProxy> {
  const target = new URL(postgresUrl);
  const port = await freePort();
  const server = new WebSocketServer({ host: '127.0.0.1', port });
  server.on('connection', (socket) => {
    const tcp = connect(Number(target.port), target.hostname);
    socket.on('message', (data: Buffer) => tcp.write(data));
    tcp.on('data', (data) => socket.send(data));
    tcp.on('close', () => socket.close());
    tcp.on('error', () => socket.close());
    socket.on('close', () => tcp.destroy());
  });
  return {
    address: `127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        for (const client of server.clients) client.terminate();
        server.close(() => resolve());
      }),
  };
}
