/**
 * The statement of one account, newest first, like a bank's: date, what, who, in, out, running balance. Paged by the entries'
 * version, so that the indexes (account, version) and (account, kind, version) serve any page of any length of history.
 */
import { and, eq, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { ledgerAccount } from '@/db/schema/credits';
import { selectRows } from '@/db/sql-rows';
import { requireMember, requirePermission } from '@/lib/actor';
import { notFound } from '@/lib/errors';
import { currentTexts } from '@/texts/current-texts';
import type { Texts } from '@/texts/make-texts';
import { noteWords } from './note-words';
import { describeMove, type MoveFacts } from './rules';
import { tellLabel } from './sold-labels';
import { kindsToRead } from './statement-kinds';
import { type Source, transfersOf } from './statement-range';

export type StatementOf = { kind: 'pool' } | { kind: 'wallet'; memberId: string };

export type StatementRow = {
  transferId: string;
  /** Sequence in this account: 1, 2, 3 … */
  version: number;
  /** ISO 8601, UTC. */
  at: string;
  kind: string;
  what: string;
  who: string;
  in: number | null;
  out: number | null;
  balance: number;
  note: string | null;
  reference: { type: string; id: string } | null;
  /** The member whose wallet is the other side, while they are in the team. */
  otherMemberId: string | null;
};

export type StatementFilters = {
  /** Only these kinds of moves. */
  kinds?: readonly string[];
  /** Only moves between this account and the wallet of this member. */
  person?: string;
  /** Days in UTC, `2026-11-20`, both included. */
  from?: string;
  to?: string;
  direction?: 'in' | 'out';
};

export type StatementPage = { rows: StatementRow[]; nextCursor: string | null };

/**
 * Throws `forbidden` on the pool and on another's wallet without `credits:read`, `not_found` outside this organization. The
 * balance of a line is the account's after it, whatever the filters leave out.
 */
export async function listStatement(
  ctx: Ctx,
  of: StatementOf,
  options: StatementFilters & { cursor?: string; limit?: number } = {},
  texts: Texts = currentTexts(),
): Promise<StatementPage> {
  const source = await getSource(ctx, of, options);
  return readPage(ctx, source, texts, options.cursor, Math.min(Math.max(options.limit ?? 50, 1), 200));
}

/** Every row from the newest to the first, a thousand at a time: memory stays flat however long the history. */
export async function* streamStatement(
  ctx: Ctx,
  of: StatementOf,
  filters: StatementFilters = {},
  texts: Texts = currentTexts(),
): AsyncGenerator<StatementRow[]> {
  const source = await getSource(ctx, of, filters);
  let cursor: string | undefined;
  do {
    const page = await readPage(ctx, source, texts, cursor, 1_000);
    yield page.rows;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

async function getSource(ctx: Ctx, of: StatementOf, filters: StatementFilters): Promise<Source> {
  if (of.kind === 'pool') requirePermission(ctx.actor, 'credits:read');
  else requireOwnOrAdmin(ctx, of.memberId);
  const { person, direction, from, to } = filters;
  const accountId = await findAccount(ctx, of);
  if (!accountId) throw notFound('statement');
  const led = person ? await findAccount(ctx, { kind: 'wallet', memberId: person }) : accountId;
  const kinds = led === accountId && person ? [] : kindsToRead(of.kind, filters);
  return { accountId, ledAccountId: led ?? accountId, kinds: led ? kinds : [], direction, from, to };
}

async function findAccount(ctx: Ctx, of: StatementOf): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: ledgerAccount.id })
    .from(ledgerAccount)
    .where(
      and(
        eq(ledgerAccount.organizationId, ctx.orgId),
        eq(ledgerAccount.kind, of.kind),
        eq(ledgerAccount.memberId, of.kind === 'wallet' ? of.memberId : ''),
      ),
    );
  return row?.id ?? null;
}

function requireOwnOrAdmin(ctx: Ctx, memberId: string): void {
  if (ctx.actor.kind === 'member' && requireMember(ctx.actor).memberId === memberId) {
    requirePermission(ctx.actor, 'credits:read-own');
    return;
  }
  requirePermission(ctx.actor, 'credits:read');
}

type RawRow = Omit<MoveFacts, 'memberLeft'> & {
  cursor: string;
  transferId: string;
  version: number;
  at: Date | string;
  balance: number;
  actor: string;
  actorName: string | null;
  /** The name of the API key that acted. */
  keyName: string | null;
  /** Of the order a payment belongs to. */
  pack: string | null;
  otherMemberId: string | null;
  referenceType: string | null;
  referenceId: string | null;
};

async function readPage(
  ctx: Ctx,
  source: Source,
  texts: Texts,
  cursor: string | undefined,
  limit: number,
): Promise<StatementPage> {
  const rows = await selectRows<RawRow>(
    ctx.db,
    sql`
      with page as (${transfersOf(source, cursor, limit + 1)})
      select e.transfer_id as "transferId", e.version::int as version, page.version::text as cursor,
        e.created_at as at, e.delta, e.balance_after::int as balance, t.kind, t.note, t.actor,
        t.reference_type as "referenceType", t.reference_id as "referenceId",
        other.kind = 'wallet' as "otherIsWallet", other_user.name as "otherPerson",
        other_member.id as "otherMemberId",
        coalesce(actor_user.name, buyer.name, guest.name) as "actorName", k.name as "keyName", i.email as "invitedEmail",
        nullif(p.label, '') as label, initcap(o.pack) as pack, p.amount_cents as "paidCents", s.name as "styleName",
        filled.kind as filled, case filled.kind when 'purchase' then p.credits - t.amount end as repaid
      from page
      join ledger_entry e on e.transfer_id = page.transfer_id and e.account_id = ${source.accountId}
      join ledger_transfer t on t.id = e.transfer_id
      join ledger_account other
        on other.id = case when t.from_account = e.account_id then t.to_account else t.from_account end
      left join member other_member on other_member.id = other.member_id
      left join "user" other_user on other_user.id = other_member.user_id
      left join member actor_member on t.actor like 'member:%' and actor_member.id = substr(t.actor, 8)
      left join "user" actor_user on actor_user.id = actor_member.user_id
      left join api_key k on t.actor like 'key:%' and k.id = substr(t.actor, 5)
      left join team_invitation i on t.reference_type = 'invitation' and i.id = t.reference_id
      left join "user" guest on t.kind = 'promise_kept' and guest.id = i.accepted_by
      left join payment p on t.reference_type = 'payment' and p.id = t.reference_id
      left join purchase_order o on o.id = p.order_id
      left join member buyer_member on buyer_member.id = o.member_id
      left join "user" buyer on buyer.id = buyer_member.user_id
      left join generation g on t.reference_type = 'generation' and g.id = t.reference_id
      left join style s on s.id = g.style_id
      -- Keys that callers choose begin with \`request:\`, so only the ledger's own can look like this.
      cross join lateral (
        select case when t.kind = 'allocate' and e.delta > 0 and t.idempotency_key like '%:fill'
          then substring(t.idempotency_key from '^(grant|purchase):') end as kind
      ) filled
      order by page.version desc`,
  );
  const page = rows.slice(0, limit).map((row) => toStatementRow(row, texts));
  return { rows: page, nextCursor: rows.length > limit ? (rows[limit - 1]?.cursor ?? null) : null };
}

function toStatementRow(row: RawRow, texts: Texts): StatementRow {
  const { transferId, version, balance, delta, kind } = row;
  const note = noteWords(row.note, texts);
  const label = labelWords(row, texts);
  const memberLeft = kind === 'reclaim' && row.referenceType !== null;
  return {
    transferId,
    version,
    at: new Date(row.at).toISOString(),
    kind,
    what: describeMove({ ...row, label, note, memberLeft }, texts),
    who: nameActor(row, texts),
    in: delta > 0 ? delta : null,
    out: delta < 0 ? -delta : null,
    balance,
    note,
    otherMemberId: row.otherMemberId,
    reference: row.referenceType && row.referenceId ? { type: row.referenceType, id: row.referenceId } : null,
  };
}

function labelWords({ label, pack }: RawRow, texts: Texts): string | null {
  if (label !== null) return tellLabel(label, texts);
  return pack === null ? null : texts.t('billing.label.pack', { pack });
}

/** A purchase is posted by the product, but it is its buyer's; so are the credits of an invitation whose who accepts it. */
function nameActor({ actor, actorName, keyName }: RawRow, { t }: Texts): string {
  if (keyName) return t('credits.apiKey', { name: keyName });
  if (actorName) return actorName;
  if (actor.startsWith('member:')) return t('credits.formerMember');
  return actor.startsWith('staff:') ? t('credits.moved.support') : 'headcraft';
}
