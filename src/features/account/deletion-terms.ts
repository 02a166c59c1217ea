/** What deleting an account would do to each of a person's teams. The page tells it, and the verb holds to it. */
import { sql } from 'drizzle-orm';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { endOf, type TeamAtEnd } from './deletion-rules';

type Row = Omit<TeamAtEnd, 'end'> & { owners: number };

/** By id: who ends several memberships in one transaction locks their teams in this order. */
export async function listTeamsAtEnd(db: Db, userId: string): Promise<TeamAtEnd[]> {
  const rows = await selectRows<Row>(
    db,
    sql`
      select o.id, o.name, o.slug, m.id as "memberId", m.role,
        (select count(*)::int from member x where x.organization_id = o.id) as people,
        (select count(*)::int from member x where x.organization_id = o.id and x.role = 'owner') as owners,
        (select coalesce(sum(b.posted), 0)::int from ledger_account a join ledger_balance b on b.account_id = a.id
          where a.organization_id = o.id and a.kind in ('pool', 'wallet', 'promised')) as credits,
        (select coalesce(sum(b.posted), 0)::int from ledger_account a join ledger_balance b on b.account_id = a.id
          where a.organization_id = o.id and a.kind = 'wallet' and a.member_id = m.id) as "ownCredits",
        exists (select 1 from payment p where p.organization_id = o.id and p.amount_cents > p.refunded_cents) as paid,
        (select s.plan from subscription s where s.organization_id = o.id and s.ended_at is null) as plan
      from member m join organization o on o.id = m.organization_id
      where m.user_id = ${userId} order by o.id`,
  );
  return rows.map(({ owners, ...row }) => ({ ...row, end: endOf({ ...row, owners }) }));
}

export type WhatGoes = { pictures: number; photoSets: number; running: number };

/** What the person has that is deleted, in all teams, also in those they left. */
export async function countWhatGoes(db: Db, userId: string): Promise<WhatGoes> {
  const [row] = await selectRows<WhatGoes>(
    db,
    sql`
      select
        (select count(*)::int from picture where user_id = ${userId} and status = 'accepted' and deleted_at is null)
          as pictures,
        (select count(*)::int from photo_set where user_id = ${userId} and status <> 'deleted') as "photoSets",
        (select count(*)::int from generation where user_id = ${userId} and status in ('queued', 'processing')) as running`,
  );
  return row ?? { pictures: 0, photoSets: 0, running: 0 };
}

/** Every team with something of this person, the left ones too. */
export async function listTeamsWithTraces(db: Db, userId: string): Promise<string[]> {
  const rows = await selectRows<{ id: string }>(
    db,
    sql`
      select organization_id as id from photo_set where user_id = ${userId}
      union select organization_id from generation where user_id = ${userId}
      union select organization_id from backdrop where user_id = ${userId}
      union select organization_id from consent where user_id = ${userId}
      union select organization_id from member where user_id = ${userId}
      order by id`,
  );
  return rows.map(({ id }) => id);
}
