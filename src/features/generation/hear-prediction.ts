/** A webhook of Replicate. It only rings: the worker that waits reads the prediction itself, so a forged or repeated one changes nothing. */

import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { isFromReplicate, type SignedWebhook } from '@/adapters/replicate/webhook-signature';
import { engineCall } from '@/db/schema/generation';
import type { Db } from '@/db/types';
import { env } from '@/env';
import { AppError } from '@/lib/errors';
import { say } from '@/texts/current-texts';

const ring = z.object({ id: z.string().min(1).max(200) });

/** Answers whether somebody waits for it. Throws `unauthenticated` for a signature that is wrong, missing or stale. */
export async function hearPrediction(db: Db, webhook: SignedWebhook, now: Date): Promise<boolean> {
  const secret = env().REPLICATE_WEBHOOK_SECRET;
  if (!secret || !isFromReplicate(webhook, secret, now))
    throw new AppError('unauthenticated', say('generation.refused.signature'));
  const parsed = ring.safeParse(parseJson(webhook.body));
  if (!parsed.success) throw new AppError('invalid', say('generation.refused.noPrediction'));
  const rung = await db
    .update(engineCall)
    .set({ rings: sql`${engineCall.rings} + 1` })
    .where(
      and(
        eq(engineCall.engine, 'replicate'),
        eq(engineCall.vendorId, parsed.data.id),
        isNull(engineCall.finishedAt),
      ),
    )
    .returning({ id: engineCall.id });
  return rung.length > 0;
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return null;
  }
}
