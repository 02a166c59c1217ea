import type { Db } from '@/db/types';
import { ENTITLEMENTS } from '@/features/billing/entitlement-rules';
import { listTiers } from '@/features/billing/entitlements';

/** How many days each of these teams keeps pictures now; null: as long as it has Pro. */
export async function listPictureDays(
  db: Db,
  orgIds: readonly string[],
  now: Date,
): Promise<Map<string, number | null>> {
  const tiers = await listTiers(db, [...new Set(orgIds)], now);
  return new Map([...tiers].map(([orgId, tier]) => [orgId, ENTITLEMENTS[tier].pictureDays]));
}
