/** The way to the local Stripe for its pages and their buttons: only where it is used, and only under a name of this machine. */
import { localStripe } from '@/adapters/payments/stand-in/process';
import type { StandIn } from '@/adapters/payments/stand-in/server';
import { usesLocalStripe } from '@/adapters/payments/stripe';
import { env } from '@/env';
import { notFound } from '@/lib/errors';
import { isLocalRequest } from '@/lib/local-host';

/** Null where payments are real, and for a web page that only pretends to be this machine. */
export async function openLocalStripe(headers: Headers): Promise<StandIn | null> {
  if (!usesLocalStripe() || !isLocalRequest(headers, env())) return null;
  return localStripe();
}

/** For routes: the page does not exist. */
export async function requireLocalStripe(request: Request): Promise<StandIn> {
  const standIn = await openLocalStripe(request.headers);
  if (!standIn) throw notFound('page');
  return standIn;
}
