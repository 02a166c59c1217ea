/** What AI engines are told in one generation: made by its first worker, stored, and used again by those that come after it. */
import { eq } from 'drizzle-orm';
import { generation, type StoredPrompt, type StylePrompt } from '@/db/schema/generation';
import type { Db } from '@/db/types';
import type { Claim } from '../claim';
import { withFence } from '../fence';
import type { PhotoMaterial } from '../photo-material';
import type { Preferences } from '../preferences/preference-rules';
import { buildPrompt } from './build-prompt';
import { findSubject } from './find-subject';
import { type Subject, subjectSchema } from './subject';

export type Brief = { prompt: StoredPrompt; subject: Subject | null };

/** Throws `LostClaim`. A description that cannot be had is left out: the selfies say more. */
export async function prepareBrief(
  db: Db,
  claim: Claim,
  asked: { style: StylePrompt; preferences: Preferences },
  material: PhotoMaterial,
  signal: AbortSignal,
): Promise<Brief> {
  const [row] = await db
    .select({ prompt: generation.prompt, subject: generation.subject })
    .from(generation)
    .where(eq(generation.id, claim.id));
  if (row?.prompt) return { prompt: row.prompt, subject: readSubject(row.subject) };
  const prompt = buildPrompt(asked.style, asked.preferences);
  const subject = await findSubject(db, claim, material, signal);
  await withFence(db, claim, async ({ db }) => {
    await db.update(generation).set({ prompt, subject }).where(eq(generation.id, claim.id));
  });
  return { prompt, subject };
}

function readSubject(stored: unknown): Subject | null {
  return subjectSchema
    .nullable()
    .catch(null)
    .parse(stored ?? null);
}
