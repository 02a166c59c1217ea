import { and, eq, lt } from 'drizzle-orm';
import { authRateLimit, session, verification } from '@/db/schema/auth';
import { pictureLink } from '@/db/schema/headshots';
import { rateLimit } from '@/db/schema/limits';
import { mail } from '@/db/schema/notifications';
import { uploadHandover } from '@/db/schema/uploads';
import type { Db } from '@/db/types';
import { DAY, HOUR, plus } from '@/lib/time';

/**
 * Removes sessions, mailed links, the last mails to people whose account is gone, hand-overs to a phone, links of pictures and counters whose time is over. Nobody reads them any more, and a session names an address and a
 * browser. Answers how many rows.
 */
export async function forgetExpired(db: Db, now: Date): Promise<number> {
  const sessions = await db.delete(session).where(lt(session.expiresAt, now)).returning({ id: session.id });
  const links = await db
    .delete(verification)
    .where(lt(verification.expiresAt, now))
    .returning({ id: verification.id });
  const counters = await db
    .delete(rateLimit)
    .where(lt(rateLimit.expire, now.getTime()))
    .returning({ key: rateLimit.key });
  // The vendor's counters run for a minute and carry no end of their own.
  const vendorCounters = await db
    .delete(authRateLimit)
    .where(lt(authRateLimit.lastRequest, now.getTime() - HOUR))
    .returning({ id: authRateLimit.id });
  // Kept for a day so that a phone that comes back is told what became of its link.
  const handovers = await db
    .delete(uploadHandover)
    .where(lt(uploadHandover.expiresAt, plus(now, -DAY)))
    .returning({ id: uploadHandover.id });
  // Until then its owner can renew it.
  const pictureLinks = await db
    .delete(pictureLink)
    .where(lt(pictureLink.expiresAt, plus(now, -30 * DAY)))
    .returning({ id: pictureLink.id });
  // By then it was delivered, or never will be; it is the last that names the person.
  const lastMails = await db
    .delete(mail)
    .where(and(eq(mail.template, 'account-deleted'), lt(mail.createdAt, plus(now, -7 * DAY))))
    .returning({ id: mail.id });
  return (
    lastMails.length +
    pictureLinks.length +
    sessions.length +
    links.length +
    handovers.length +
    counters.length +
    vendorCounters.length
  );
}
