/** Encrypts a message for one browser and hands it to that browser's push service (RFC 8030, 8188, 8291, 8292). */
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import webPush from 'web-push';
import { isPublicEndpoint, publicLookup } from './public-address';
import { type VapidKeys, vapidSubject } from './vapid';

export type PushTarget = { endpoint: string; p256dh: string; auth: string };

/** `gone`: there is nobody behind this address any more. `refused`: trying again would change nothing. */
export type PushOutcome = 'sent' | 'gone' | 'refused';

type SendOptions = {
  keys: VapidKeys;
  /** Seconds that the service keeps the message for a device that is away. */
  ttl: number;
  /** Origin of a service on this machine, for tests; anything else must be public. */
  local?: string | undefined;
};

const TIMEOUT = 15_000;

/** Throws when the service cannot be reached or is busy: later it may work. */
export async function sendPush(
  target: PushTarget,
  message: string,
  { keys, ttl, local }: SendOptions,
): Promise<PushOutcome> {
  const ours = local !== undefined && new URL(target.endpoint).origin === local;
  if (!ours && !isPublicEndpoint(target.endpoint)) return 'refused';
  const { endpoint, headers, body } = webPush.generateRequestDetails(
    { endpoint: target.endpoint, keys: { p256dh: target.p256dh, auth: target.auth } },
    message,
    { vapidDetails: { subject: vapidSubject(), ...keys }, TTL: ttl, contentEncoding: 'aes128gcm' },
  );
  const status = await post(endpoint, headers, body, ours);
  if (status >= 200 && status < 300) return 'sent';
  // With keys that are no longer ours (401, 403) this address is as useless as one that is gone.
  if ([401, 403, 404, 410].includes(status)) return 'gone';
  if (status === 429 || status >= 500) throw new Error(`The push service answered ${status}.`);
  return 'refused';
}

/** The status of the answer. What the answer says is not read, and a redirect is not followed. */
function post(
  endpoint: string,
  headers: Record<string, string | number>,
  body: Buffer | null,
  ours: boolean,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const send = ours && endpoint.startsWith('http:') ? plain : secure;
    const request = send(
      endpoint,
      { method: 'POST', headers, timeout: TIMEOUT, agent: false, ...(ours ? {} : { lookup: publicLookup }) },
      (response) => {
        response.destroy();
        resolve(response.statusCode ?? 0);
      },
    );
    request.on('timeout', () => request.destroy(new Error('The push service does not answer.')));
    request.on('error', reject);
    request.end(body);
  });
}
