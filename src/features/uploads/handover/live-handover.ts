/** The rows of hand-overs: the member's own, and the one behind a link or a phone's cookie. */
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { member } from '@/db/schema/auth';
import { uploadHandover } from '@/db/schema/uploads';
import type { Db } from '@/db/types';
import { requireMember } from '@/lib/actor';
import { sha256Hex } from '@/lib/hash';
import type { HandoverView } from './handover-types';

export type HandoverRow = typeof uploadHandover.$inferSelect;

/** The member's hand-over that still lives; null when there is none. */
export async function findLiveHandover(ctx: Ctx, now: Date): Promise<HandoverRow | null> {
  const { memberId } = requireMember(ctx.actor);
  const [row] = await ctx.db
    .select()
    .from(uploadHandover)
    .where(
      and(
        eq(uploadHandover.organizationId, ctx.orgId),
        eq(uploadHandover.memberId, memberId),
        isNull(uploadHandover.endedAt),
        gt(uploadHandover.expiresAt, now),
      ),
    )
    .orderBy(desc(uploadHandover.createdAt), desc(uploadHandover.id))
    .limit(1);
  return row ?? null;
}

export function toHandoverView({ id, openedAt, expiresAt }: HandoverRow): HandoverView {
  return { id, state: openedAt ? 'open' : 'waiting', expiresAt: expiresAt.toISOString() };
}

/** By the secret of a link or of a phone's cookie; only while its member is one. Null also for a secret that never was. */
export async function findHandover(
  db: Db,
  by: { token: string } | { phone: string },
): Promise<HandoverRow | null> {
  const matches =
    'token' in by
      ? eq(uploadHandover.tokenHash, sha256Hex(by.token))
      : eq(uploadHandover.phoneHash, sha256Hex(by.phone));
  const [row] = await db
    .select({ handover: uploadHandover })
    .from(uploadHandover)
    .innerJoin(
      member,
      and(
        eq(member.id, uploadHandover.memberId),
        eq(member.userId, uploadHandover.userId),
        eq(member.organizationId, uploadHandover.organizationId),
      ),
    )
    .where(matches);
  return row?.handover ?? null;
}
