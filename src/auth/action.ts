/** Wrapper for server actions: session → Ctx, zod, and errors as a value that a form shows. */
import { headers } from 'next/headers';
import type { z } from 'zod';
import { database } from '@/adapters/database/client';
import type { Db } from '@/db/types';
import { requirePermission } from '@/lib/actor';
import type { ErrorCode, FieldErrors } from '@/lib/errors';
import { log } from '@/lib/log';
import { withLogContext } from '@/lib/log-context';
import type { Permission } from '@/lib/permissions';
import { inLanguage } from '@/texts/current-texts';
import { requestLanguage } from '@/texts/request-language';
import { toAppError } from './http-errors';
import { consumeLimit, type LimitName } from './rate-limit';
import { requireText } from './require-text';
import { requireSession, requireTeam, type SignedIn, type TeamCtx } from './session';

export type ActionResult<T> =
  | { ok: true; value: T }
  | { ok: false; code: ErrorCode; message: string; fields?: FieldErrors; details?: Record<string, unknown> };

/** `team` (id or slug) is the first argument of the action it makes, the unchecked input the second. */
export function teamAction<S extends z.ZodType, T>(
  options: { permission: Permission; input: S; limit?: LimitName },
  handle: (ctx: TeamCtx, input: z.infer<S>) => Promise<T>,
): (team: string, input: z.input<S>) => Promise<ActionResult<T>> {
  return async (team, input) => {
    const sent = await headers();
    return askedBy(sent, () =>
      asResult(async () => {
        requireText([team, input]);
        const user = await requireSession(sent);
        const ctx = await requireTeam(user, team);
        requirePermission(ctx.actor, options.permission);
        if (options.limit) await consumeLimit(ctx.db, options.limit, user.userId);
        return handle(ctx, options.input.parse(input));
      }),
    );
  };
}

/** The same for what is about the person, in no team. */
export function personAction<S extends z.ZodType, T>(
  options: { input: S; limit?: LimitName },
  handle: (person: SignedIn & { db: Db }, input: z.infer<S>) => Promise<T>,
): (input: z.input<S>) => Promise<ActionResult<T>> {
  return async (input) => {
    const sent = await headers();
    return askedBy(sent, () =>
      asResult(async () => {
        requireText(input);
        const user = await requireSession(sent);
        const db = await database();
        if (options.limit) await consumeLimit(db, options.limit, user.userId);
        return handle({ ...user, db }, options.input.parse(input));
      }),
    );
  };
}

/** What the request says goes with all that is done for it: its id into the log, its language into what is answered. */
function askedBy<T>(sent: Headers, work: () => T): T {
  const requestId = sent.get('x-request-id') ?? undefined;
  return withLogContext({ requestId }, () => inLanguage(requestLanguage(sent), work));
}

async function asResult<T>(work: () => Promise<T>): Promise<ActionResult<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const { code, message, details } = toAppError(error);
    if (code === 'internal') log.error({ err: error }, 'action failed');
    const fields = details?.fields as FieldErrors | undefined;
    return { ok: false, code, message, ...(fields ? { fields } : {}), ...(details ? { details } : {}) };
  }
}
