/** Whether a webhook comes from Replicate: HMAC over id, time and body (the Standard Webhooks scheme), in constant time, and fresh. */
import { createHmac } from 'node:crypto';
import { safeEqual } from '@/lib/hash';

/** Seconds, both ways: clocks differ. */
const WINDOW = 300;

export type SignedWebhook = {
  id: string | null;
  /** Unix seconds. */
  timestamp: string | null;
  /** `v1,<base64>`, several separated by spaces while a secret is being changed. */
  signature: string | null;
  body: Uint8Array;
};

/** `secret`: `whsec_` and base64. */
export function isFromReplicate(webhook: SignedWebhook, secret: string, now: Date): boolean {
  const { id, timestamp, signature, body } = webhook;
  if (!id || !timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > WINDOW) return false;
  const expected = signWebhook({ id, timestamp, body }, secret);
  return signature.split(' ').some((one) => safeEqual(one, expected));
}

export function signWebhook(
  { id, timestamp, body }: { id: string; timestamp: string; body: Uint8Array },
  secret: string,
): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
  return `v1,${mac}`;
}
