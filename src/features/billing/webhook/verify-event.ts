import Stripe from 'stripe';
import { z } from 'zod';
import type { StripeAccount } from '@/adapters/payments/stripe';
import { AppError } from '@/lib/errors';

/** Seconds by which a signature may be older or newer than our clock. The SDK refuses old ones only. */
const TOLERANCE = 300;

const name = z.string().min(1).max(255);

const eventShape = z.object({
  id: name,
  type: name,
  livemode: z.boolean().nullish(),
  created: z.number().int().positive().nullish(),
  api_version: z.string().max(255).nullish(),
  // Some events are about no single object: upcoming invoices, balances.
  data: z.object({ object: z.looseObject({ id: name.nullish() }) }),
});

export type VerifiedEvent = Omit<z.infer<typeof eventShape>, 'livemode'> & { livemode: boolean };

/**
 * Proves that Stripe sent exactly this body just now, to the right kind of account. Throws `malformed` otherwise, with one
 * sentence for all reasons that concern the signature.
 */
export function verifyEvent(
  body: Uint8Array,
  signature: string | null,
  account: Pick<StripeAccount, 'webhookSecret' | 'livemode'>,
  now: Date,
): VerifiedEvent {
  const secret = account.webhookSecret.trim();
  if (!/^whsec_\S+$/.test(secret)) throw new Error('Configuration: the webhook secret is not whsec_…');
  const event = eventShape.safeParse(open(body, signature, secret, now));
  if (!event.success) throw new AppError('malformed', 'This is not a Stripe event.');
  // Servers that only speak some of Stripe's API may leave the mode out. That is believed where no real money moves.
  const livemode = event.data.livemode ?? false;
  if (livemode !== account.livemode) {
    throw new AppError('malformed', 'This event is of the other mode (test or live).');
  }
  return { ...event.data, livemode };
}

function open(body: Uint8Array, signature: string | null, secret: string, now: Date): unknown {
  // Exactly one: the SDK would take the last of several, and we must look at the same.
  const [sent, ...others] = (signature ?? '').split(',').filter((part) => part.startsWith('t='));
  const ahead = Number(sent?.slice(2)) - Math.floor(now.getTime() / 1000);
  if (!signature || others.length > 0 || !Number.isFinite(ahead) || ahead > TOLERANCE) throw wrongSignature();
  try {
    return Stripe.webhooks.constructEvent(
      Buffer.from(body),
      signature,
      secret,
      TOLERANCE,
      undefined,
      now.getTime(),
    );
  } catch {
    throw wrongSignature();
  }
}

function wrongSignature(): AppError {
  return new AppError('malformed', 'The signature does not match.');
}
