/** Who may act for the product: people whose verified address stands in `STAFF_EMAILS`, each time with a reason. */
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx } from '@/db/context';
import { user } from '@/db/schema/auth';
import type { Db, OrgId } from '@/db/types';
import { AppError } from '@/lib/errors';
import { say } from '@/texts/current-texts';

/** Stands in the audit log where what was done belongs to no team. */
const PLATFORM = 'platform' as OrgId;

/** Told when it is read: scripts of staff show it themselves. */
const reasonSchema = z
  .string()
  .trim()
  .min(10, { error: () => say('errors.staffReason') })
  .max(500);

/** The context of what staff do beside all teams. Throws `forbidden` for anybody else. */
export async function staffCtx(
  db: Db,
  staffEmails: readonly string[],
  { email, reason }: { email: string; reason: string },
): Promise<Ctx> {
  const address = email.trim().toLowerCase();
  const [person] = await db
    .select({ id: user.id })
    .from(user)
    .where(and(eq(sql`lower(${user.email})`, address), eq(user.emailVerified, true)));
  if (!person || !staffEmails.includes(address)) throw new AppError('forbidden', say('errors.staffOnly'));
  return {
    db,
    orgId: PLATFORM,
    actor: { kind: 'staff', userId: person.id, reason: reasonSchema.parse(reason) },
  };
}
