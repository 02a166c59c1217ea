/** Which devices of a person are told. Nothing here belongs to a team, so it is scoped by the person and their session. */
import { and, desc, eq, inArray } from 'drizzle-orm';
import { isPublicEndpoint } from '@/adapters/push/public-address';
import { pushSubscription } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { say } from '@/texts/current-texts';
import type { SubscriptionInput } from './push-input';

export type Device = { userId: string; sessionId: string };

/** More devices than anybody has; the oldest makes room. */
const MOST = 10;

/** Tells this device from now on. A browser that another person used before belongs to who is signed in now. */
export async function saveSubscription(
  db: Db,
  { userId, sessionId }: Device,
  { endpoint, keys }: SubscriptionInput,
): Promise<void> {
  if (!isPublicEndpoint(endpoint)) throw new AppError('invalid', say('emails.notices.push.unusable'));
  const row = { userId, sessionId, ...keys };
  await db
    .insert(pushSubscription)
    .values({ id: newId('push'), endpoint, ...row })
    .onConflictDoUpdate({ target: pushSubscription.endpoint, set: row });
  const mine = await db
    .select({ id: pushSubscription.id })
    .from(pushSubscription)
    .where(eq(pushSubscription.userId, userId))
    .orderBy(desc(pushSubscription.createdAt), desc(pushSubscription.id));
  const old = mine.slice(MOST).map(({ id }) => id);
  if (old.length > 0) await db.delete(pushSubscription).where(inArray(pushSubscription.id, old));
}

/** Whether this address is told for this session. */
export async function hasSubscription(db: Db, device: Device, endpoint: string): Promise<boolean> {
  const rows = await db
    .select({ id: pushSubscription.id })
    .from(pushSubscription)
    .where(of(device, endpoint));
  return rows.length > 0;
}

export async function removeSubscription(db: Db, device: Device, endpoint: string): Promise<void> {
  await db.delete(pushSubscription).where(of(device, endpoint));
}

function of({ userId, sessionId }: Device, endpoint: string) {
  return and(
    eq(pushSubscription.userId, userId),
    eq(pushSubscription.sessionId, sessionId),
    eq(pushSubscription.endpoint, endpoint),
  );
}
