import { z } from 'zod';
import { textKey } from '@/texts/message-key';

const base64url = (bytes: number) =>
  z
    .string()
    .max(200)
    .refine(
      (text) => Buffer.from(text, 'base64url').length === bytes,
      textKey('emails.notices.push.keyLength'),
    );

/** What a browser's `PushSubscription` says of itself. */
export const subscriptionInput = z.object({
  endpoint: z.url().max(1_000),
  /** A point on P-256, uncompressed, and a secret of 16 bytes. */
  keys: z.object({ p256dh: base64url(65), auth: base64url(16) }),
});

export const endpointInput = z.object({ endpoint: z.string().min(1).max(1_000) });

export type SubscriptionInput = z.output<typeof subscriptionInput>;
