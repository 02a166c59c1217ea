/** Reads of credit requests, always of the context's organization. */
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { selectRows } from '@/db/sql-rows';
import { requireMember, requirePermission } from '@/lib/actor';
import { currentTexts } from '@/texts/current-texts';
import type { Texts } from '@/texts/make-texts';

type RequestStatus = 'pending' | 'approved' | 'declined' | 'withdrawn';

export type RequestView = {
  id: string;
  memberId: string;
  amount: number;
  note: string | null;
  status: RequestStatus;
  /** What was given, when approved. */
  granted: number | null;
  answer: string | null;
  /** Who decided; null while nobody has, and for a former member. */
  by: string | null;
  /** ISO 8601, UTC. */
  at: string;
  decidedAt: string | null;
};

export type RequestRow = RequestView & {
  /** The asker as a present member; a former one is only named so. */
  name: string;
  email: string | null;
  image: string | null;
  department: string | null;
  /** What the asker has free to spend now. */
  free: number;
};

/** The name of the API key that decided. */
type ByKey = { byKey: string | null };

export type RequestPage = { rows: RequestRow[]; nextCursor: string | null };

const COLUMNS = sql`r.id, r.member_id as "memberId", r.amount, r.note, r.status, r.granted, r.answer,
  decider.name as by, decider_key.name as "byKey", r.created_at as at, r.decided_at as "decidedAt"`;
const DECIDER = sql`
  left join member decider_member on r.decided_by like 'member:%' and decider_member.id = substr(r.decided_by, 8)
  left join "user" decider on decider.id = decider_member.user_id
  left join api_key decider_key on r.decided_by like 'key:%' and decider_key.id = substr(r.decided_by, 5)`;

/** Newest first; `status` narrows it, e.g. to those that wait for an answer. */
export async function listRequests(
  ctx: Ctx,
  options: { status?: RequestStatus; cursor?: string; limit?: number } = {},
  texts: Texts = currentTexts(),
): Promise<RequestPage> {
  requirePermission(ctx.actor, 'credits:read');
  const limit = Math.min(Math.max(options.limit ?? 50, 1), 200);
  const rows = await selectRows<RequestRow & ByKey>(
    ctx.db,
    sql`
      select ${COLUMNS}, coalesce(u.name, ${texts.t('credits.formerMember')}) as name, u.email, u.image, m.department,
        coalesce(b.posted - b.held, 0)::int as free
      from credit_request r
      left join member m on m.id = r.member_id and m.organization_id = r.organization_id
      left join "user" u on u.id = m.user_id
      left join ledger_account a
        on a.organization_id = r.organization_id and a.kind = 'wallet' and a.member_id = r.member_id
      left join ledger_balance b on b.account_id = a.id
      ${DECIDER}
      where r.organization_id = ${ctx.orgId}
        ${options.status ? sql`and r.status = ${options.status}` : sql``}
        ${options.cursor ? sql`and r.id < ${options.cursor}` : sql``}
      order by r.id desc limit ${limit + 1}`,
  );
  const page = rows.slice(0, limit).map((row) => toView(row, texts));
  return { rows: page, nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

/** How many wait for an answer. */
export async function countOpenRequests(ctx: Ctx): Promise<number> {
  requirePermission(ctx.actor, 'credits:read');
  const [row] = await selectRows<{ count: number }>(
    ctx.db,
    sql`select count(*)::int as count from credit_request
      where organization_id = ${ctx.orgId} and status = 'pending'`,
  );
  return row?.count ?? 0;
}

/** The acting member's newest request; null when they never asked. */
export async function findMyRequest(ctx: Ctx, texts: Texts = currentTexts()): Promise<RequestView | null> {
  requirePermission(ctx.actor, 'credits:read-own');
  const { memberId } = requireMember(ctx.actor);
  const [row] = await selectRows<RequestView & ByKey>(
    ctx.db,
    sql`
      select ${COLUMNS} from credit_request r ${DECIDER}
      where r.organization_id = ${ctx.orgId} and r.member_id = ${memberId}
      order by r.created_at desc, r.id desc limit 1`,
  );
  return row ? toView(row, texts) : null;
}

function toView<R extends RequestView>({ byKey, ...row }: R & ByKey, { t }: Texts) {
  const { at, decidedAt } = row;
  return {
    ...row,
    by: row.by ?? (byKey && t('credits.apiKey', { name: byKey })),
    at: new Date(at).toISOString(),
    decidedAt: decidedAt && new Date(decidedAt).toISOString(),
  };
}
