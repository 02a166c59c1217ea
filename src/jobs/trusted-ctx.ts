/** Contexts for what is trusted without a session: jobs of our own queue and events whose signature was verified. */
import type { Ctx } from '@/db/context';
import type { Db, OrgId } from '@/db/types';

/** `orgId` must come from one of our own rows, never from a request. */
export function jobCtx(db: Db, orgId: string, job: string): Ctx {
  return { orgId: orgId as OrgId, db, actor: { kind: 'system', job } };
}

export function webhookCtx(db: Db, orgId: string, eventId: string): Ctx {
  return { orgId: orgId as OrgId, db, actor: { kind: 'webhook', eventId } };
}
