/**
 * What every verb and query gets: whose data, who acts, and through which handle. Inside `inTransaction` use only the
 * context it passes: with PGlite the outer handle would wait for itself for ever.
 */
import type { Actor } from '@/lib/actor';
import type { Db, OrgId } from './types';

export type Ctx = {
  readonly orgId: OrgId;
  readonly actor: Actor;
  readonly db: Db;
};

/** Runs `work` in one transaction (a savepoint when already in one). Throwing rolls everything back. */
export function inTransaction<C extends { readonly db: Db }, T>(
  ctx: C,
  work: (ctx: C) => Promise<T>,
): Promise<T> {
  return ctx.db.transaction((db) => work({ ...ctx, db: db as Db }));
}
