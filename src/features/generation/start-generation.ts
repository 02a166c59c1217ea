import { randomInt } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { generation, picture } from '@/db/schema/generation';
import { recordAudit } from '@/features/audit/record-audit';
import { getEntitlements } from '@/features/billing/entitlements';
import { priceOf } from '@/features/billing/prices';
import { holdCredits } from '@/features/credits/hold';
import { emitEvent } from '@/features/notifications/emit-event';
import { requireConsent } from '@/features/privacy/consent-queries';
import { enqueue } from '@/jobs/port';
import { type MemberActor, requireMember, requirePermission } from '@/lib/actor';
import { AppError } from '@/lib/errors';
import { failpoint } from '@/lib/failpoint';
import { canonicalJson, sha256Hex } from '@/lib/hash';
import { newId } from '@/lib/ids';
import { systemClock } from '@/lib/time';
import { currentTexts, say } from '@/texts/current-texts';
import type { PictureEngine } from './engine';
import { explainShortage } from './explain-shortage';
import { type StartGenerationInput, startGenerationInput } from './input';
import { refused, requireServingSet } from './photo-set-check';
import { limitsIn, type Preferences, whyNot, wishesOf } from './preferences/preference-rules';
import { requireEntitled } from './require-entitled';
import { requireShownPrice } from './require-shown-price';
import { findActiveStyle } from './style-queries';
import { recordTransitions } from './transitions';

export type StartedGeneration = {
  id: string;
  status: string;
  /** Credits held: all pictures, before any is made. */
  held: number;
  /** Credits of one accepted picture. */
  priceEach: number;
  /** The key was used before: this is the first answer. */
  replayed: boolean;
};

/**
 * Holds the credits, writes the generation with its pictures and wakes a worker, in one transaction. The price and the place in the
 * queue are the server's. The same key again answers the same generation; with another body it throws `idempotency_mismatch`. Throws
 * `forbidden` without consent and for what the team's tier does not have, `not_found` for a set that is not the member's, `invalid`
 * with reasons per field, `conflict` with `details.reason` `price_changed` when the style costs another price than in the version that
 * was shown, `insufficient_credits` with `available`, `needed` and the admins who can help.
 */
export async function startGeneration(
  ctx: Ctx,
  input: StartGenerationInput,
  clock = systemClock,
): Promise<StartedGeneration> {
  requirePermission(ctx.actor, 'generation:own');
  const actor = requireMember(ctx.actor);
  // What was shown is no part of what is asked for: the same wish after a look at the new price is the same request.
  const { idempotencyKey, styleVersion, preferences = {}, ...rest } = startGenerationInput.parse(input);
  // No wishes and none mentioned are the same request.
  const request = wishesOf(preferences).length > 0 ? { ...rest, preferences } : rest;
  const requestHash = sha256Hex(canonicalJson(request));
  const earlier = await findByKey(ctx, actor, idempotencyKey, requestHash);
  if (earlier) return earlier;
  try {
    const started = await inTransaction(ctx, (ctx) =>
      write(ctx, actor, { ...request, styleVersion, idempotencyKey, requestHash }, clock()),
    );
    failpoint('hold.committed');
    return started;
  } catch (error) {
    if (error instanceof SameKey) {
      const first = await findByKey(ctx, actor, idempotencyKey, requestHash);
      if (first) return first;
    }
    throw await explainShortage(ctx, error);
  }
}

type Request = ReturnType<typeof startGenerationInput.parse> & { requestHash: string };

/** Two requests with one key raced; the other one committed first. */
class SameKey extends Error {}

async function write(ctx: Ctx, actor: MemberActor, request: Request, now: Date): Promise<StartedGeneration> {
  const { photoSetId, quality, aspect, variations } = request;
  await requireConsent(ctx);
  const style = await findActiveStyle(ctx.db, request.style, request.engine);
  if (!style) throw refused('style', say('generation.refused.style'));
  const { engine } = style;
  if (!engine.capabilities.qualities.includes(quality))
    throw refused('quality', say('generation.refused.quality'));
  await requireShownPrice(ctx, style, request.styleVersion);
  // Before the tier: nobody is sold a plan for what their photos do not give.
  await requireServingSet(ctx, actor, { photoSetId, aspect, quality, engine });
  const entitlements = await getEntitlements(ctx, now);
  requireEntitled(entitlements, { style, quality, variations });
  requirePossible(request.preferences, engine);
  const price = priceOf({ quality, surcharge: style.surcharge, variations });
  const id = newId('generation');
  const written = await ctx.db
    .insert(generation)
    .values({
      id,
      organizationId: ctx.orgId,
      memberId: actor.memberId,
      userId: actor.userId,
      photoSetId,
      styleId: style.id,
      styleVersion: style.version,
      quality,
      aspect,
      variations,
      preferences: request.preferences,
      engine: engine.name,
      priority: entitlements.queuePriority,
      priceVersion: price.version,
      priceEach: price.each,
      idempotencyKey: request.idempotencyKey,
      requestHash: request.requestHash,
    })
    .onConflictDoNothing({ target: [generation.memberId, generation.idempotencyKey] })
    .returning({ id: generation.id });
  if (written.length === 0) throw new SameKey();
  await ctx.db.insert(picture).values(
    pickSeeds(variations).map((seed, at) => ({
      id: newId('picture'),
      organizationId: ctx.orgId,
      generationId: id,
      memberId: actor.memberId,
      userId: actor.userId,
      number: at + 1,
      seed,
    })),
  );
  failpoint('hold.started');
  await holdCredits(ctx, { generationId: id, memberId: actor.memberId, amount: price.total });
  failpoint('hold.placed');
  await recordTransitions(ctx, [{ generationId: id, from: null, to: 'queued', why: 'started' }]);
  await recordAudit(ctx, {
    action: 'generation.start',
    subjectType: 'generation',
    subjectId: id,
    data: { style: style.id, aspect, quality, variations, held: price.total, priceVersion: price.version },
  });
  await emitEvent(ctx, {
    type: 'generation.progress',
    userId: actor.userId,
    data: { generationId: id, status: 'queued', stage: 'queue', progress: 0 },
  });
  await enqueue(ctx.db, 'generation.run', { generationId: id });
  return { id, status: 'queued', held: price.total, priceEach: price.each, replayed: false };
}

/** Refused rather than left out: nobody pays for a picture that ignores what was asked for. */
function requirePossible(preferences: Preferences = {}, { capabilities }: PictureEngine): void {
  const limits = limitsIn(capabilities.wishLimits, currentTexts());
  for (const { field, value } of wishesOf(preferences)) {
    const why = whyNot(limits, field, value);
    if (why) throw refused(`preferences.${field}`, why);
  }
}

async function findByKey(
  ctx: Ctx,
  actor: MemberActor,
  idempotencyKey: string,
  requestHash: string,
): Promise<StartedGeneration | null> {
  const [row] = await ctx.db
    .select()
    .from(generation)
    .where(
      and(
        eq(generation.organizationId, ctx.orgId),
        eq(generation.memberId, actor.memberId),
        eq(generation.idempotencyKey, idempotencyKey),
      ),
    );
  if (!row) return null;
  if (row.requestHash !== requestHash)
    throw new AppError('idempotency_mismatch', say('generation.refused.keyUsed'));
  const { id, status, priceEach, variations } = row;
  return { id, status, held: priceEach * variations, priceEach, replayed: true };
}

/** Different positive 31-bit numbers: each variation has a seed of its own. */
function pickSeeds(count: number): number[] {
  const seeds = new Set<number>();
  while (seeds.size < count) seeds.add(randomInt(1, 2 ** 31 - 1));
  return [...seeds];
}
