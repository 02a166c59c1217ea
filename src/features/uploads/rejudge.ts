import { eq } from 'drizzle-orm';
import { openEmbedding } from '@/adapters/blob/vault';
import type { Ctx } from '@/db/context';
import { photo, photoSet } from '@/db/schema/uploads';
import { canonicalJson } from '@/lib/hash';
import type { PhotoMeasurements } from '@/vision/types';
import { listPhotoRows, type PhotoRow, type PhotoSetRow } from './live-set';
import type { SetSummary } from './photo-types';
import { judgeSet, type MeasuredPhoto, summarizeSet } from './set-rules';
import { THRESHOLDS } from './thresholds';

/**
 * Judges every photo of a locked set anew and writes what changed, because each photo that comes or goes can change the
 * verdict on others. A submitted set that no longer holds becomes open again.
 */
export async function rejudgeSet(ctx: Ctx, set: PhotoSetRow): Promise<SetSummary> {
  const rows = await listPhotoRows(ctx, set.id);
  const verdicts = judgeSet(rows.flatMap(toMeasured));
  const judged: { status: PhotoRow['status']; measurements: PhotoMeasurements | null }[] = [];
  for (const row of rows) {
    const verdict = verdicts.get(row.id);
    const measurements = verdict ? (row.measurements as PhotoMeasurements) : null;
    judged.push({ status: verdict?.status ?? 'checking', measurements });
    if (!verdict || isUnchanged(row, verdict)) continue;
    await ctx.db
      .update(photo)
      .set({ ...verdict, thresholdsVersion: THRESHOLDS.version })
      .where(eq(photo.id, row.id));
  }
  const summary = summarizeSet(judged);
  const holds = summary.usable >= summary.min && summary.usable <= summary.max;
  if (set.status === 'submitted' && !holds) {
    await ctx.db.update(photoSet).set({ status: 'open', submittedAt: null }).where(eq(photoSet.id, set.id));
  }
  return summary;
}

/** Photos that have been measured; the others are still being checked. */
function toMeasured(row: PhotoRow): MeasuredPhoto[] {
  if (!row.measurements) return [];
  return [
    {
      id: row.id,
      sha256: row.sha256,
      measurements: row.measurements as PhotoMeasurements,
      embedding: row.embedding && openEmbedding(row.embedding, row.id),
    },
  ];
}

function isUnchanged(row: PhotoRow, verdict: { status: string; findings: unknown }): boolean {
  return (
    row.status === verdict.status &&
    row.thresholdsVersion === THRESHOLDS.version &&
    canonicalJson(row.findings) === canonicalJson(verdict.findings)
  );
}
