/**
 * A phone that opened a hand-over's link: its cookie → `Ctx` of the member it acts for. It is no session: only the routes under
 * `/api/phone` know it, and its cookie is sent to no others.
 */
import { and, eq, isNull } from 'drizzle-orm';
import { database } from '@/adapters/database/client';
import type { Ctx } from '@/db/context';
import { consent } from '@/db/schema/privacy';
import type { Db, OrgId } from '@/db/types';
import { env } from '@/env';
import { linkGone, linkUnknown, phoneGone } from '@/features/uploads/handover/handover-errors';
import { LONGEST_LIFETIME, stateOf } from '@/features/uploads/handover/handover-rules';
import { findHandover, type HandoverRow } from '@/features/uploads/handover/live-handover';
import { openHandover } from '@/features/uploads/handover/open-handover';
import { systemClock } from '@/lib/time';

export type Phone = { ctx: Ctx; handover: HandoverRow };

const COOKIE = 'headcraft-phone';
const PATH = '/api/phone';

/** Throws `unauthenticated` without a cookie, and once the hand-over, its consent or the membership has ended. */
export async function requirePhone(headers: Headers, clock = systemClock): Promise<Phone> {
  const secret = readCookie(headers);
  if (!secret) throw phoneGone();
  const db = await database();
  const handover = await findHandover(db, { phone: secret });
  if (!handover || stateOf(handover, clock()) !== 'open') throw phoneGone();
  if (!(await consentStands(db, handover))) throw phoneGone();
  return { ctx: ctxOf(db, handover), handover };
}

/**
 * Opens a link. Answers the phone and the cookie to set; the phone that opened it before, and reads the page again, keeps its
 * own. Throws `not_found` for what is no link and `gone` for one that was used, is too old or closed.
 */
export async function openPhone(
  headers: Headers,
  token: string,
  clock = systemClock,
): Promise<Phone & { cookie: string | null }> {
  const db = await database();
  const handover = await findHandover(db, { token });
  if (!handover) throw linkUnknown();
  if (handover.openedAt) {
    const same = await requirePhone(headers, clock).catch(() => null);
    if (same?.handover.id === handover.id) return { ...same, cookie: null };
    throw linkGone('used');
  }
  if (handover.endedAt || !(await consentStands(db, handover))) throw linkGone('closed');
  if (stateOf(handover, clock()) === 'ended') throw linkGone('expired');
  const secret = await openHandover(ctxOf(db, handover), handover.id, clock);
  const opened = await findHandover(db, { phone: secret });
  if (!opened) throw linkGone('closed');
  return { ctx: ctxOf(db, opened), handover: opened, cookie: cookieOf(secret, LONGEST_LIFETIME) };
}

/** The `Set-Cookie` that makes a phone forget. */
export function forgetPhone(): string {
  return cookieOf('', 0);
}

/** Whatever the member may do elsewhere, through a phone they are a member and no more. */
function ctxOf(db: Db, { organizationId, memberId, userId }: HandoverRow): Ctx {
  return { orgId: organizationId as OrgId, db, actor: { kind: 'member', userId, memberId, role: 'member' } };
}

async function consentStands(db: Db, { consentId }: HandoverRow): Promise<boolean> {
  const standing = await db
    .select({ id: consent.id })
    .from(consent)
    .where(and(eq(consent.id, consentId), isNull(consent.withdrawnAt)));
  return standing.length > 0;
}

function readCookie(headers: Headers): string | null {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${COOKIE}=`));
  return found?.slice(COOKIE.length + 1) || null;
}

function cookieOf(secret: string, milliseconds: number): string {
  const secure = env().appUrl.startsWith('https://') ? '; Secure' : '';
  return `${COOKIE}=${secret}; Path=${PATH}; Max-Age=${milliseconds / 1000}; HttpOnly; SameSite=Strict${secure}`;
}
