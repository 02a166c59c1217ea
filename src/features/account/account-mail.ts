import type { AccountChange } from '@emails/account-changed';
import { eq } from 'drizzle-orm';
import { user } from '@/db/schema/auth';
import type { Db } from '@/db/types';
import { env } from '@/env';
import { queueMail } from '@/features/notifications/notify';
import { newId } from '@/lib/ids';

/** Tells a person by mail that the way into their account changed: if it was not them, this is how they hear of it. */
export async function mailAccountChange(db: Db, userId: string, change: AccountChange): Promise<void> {
  const [person] = await db
    .select({ name: user.name, email: user.email })
    .from(user)
    .where(eq(user.id, userId));
  if (!person) return;
  await queueMail(
    { db },
    {
      to: person.email,
      template: 'account-changed',
      props: { name: person.name, change, url: `${env().appUrl}/account` },
      // Each change is told, however soon after another.
      dedupeKey: `account:${newId('request')}`,
    },
  );
}
