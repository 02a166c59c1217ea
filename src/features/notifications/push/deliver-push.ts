import { eq } from 'drizzle-orm';
import { sendPush } from '@/adapters/push/send-push';
import { vapidKeys } from '@/adapters/push/vapid';
import { pushSubscription } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { log } from '@/lib/log';
import { DAY, SECOND } from '@/lib/time';
import { textsIn } from '@/texts/catalogue';
import { languageOfPerson } from '../reader-language';

/** Pictures that are ready are no news a day later. */
const TTL = DAY / SECOND;

export type PushMessage = { subscriptionId: string; href: string };

/**
 * Sends the one sentence there is, with a link, to one device; who it is for and what is on the picture stays here. A device that is
 * gone is forgotten. Throws when the service should be tried again. `local`: see `sendPush`.
 */
export async function deliverPush(
  db: Db,
  { subscriptionId, href }: PushMessage,
  { local }: { local?: string } = {},
): Promise<void> {
  const keys = vapidKeys();
  const [target] = await db.select().from(pushSubscription).where(eq(pushSubscription.id, subscriptionId));
  // Switched off, or signed out, in the meantime.
  if (!keys || !target) return;
  const texts = textsIn(await languageOfPerson(db, target.userId));
  const message = JSON.stringify({ title: texts.t('emails.notices.pushReady'), href });
  const outcome = await sendPush(target, message, { keys, ttl: TTL, local });
  if (outcome === 'sent') return;
  if (outcome === 'refused') log.warn({ subscriptionId }, 'a push service refused a message');
  await db.delete(pushSubscription).where(eq(pushSubscription.id, subscriptionId));
}
