import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { picture } from '@/db/schema/generation';
import { picturePrint } from '@/db/schema/privacy';
import type { Db } from '@/db/types';
import { fingerprintBands, isTelling, SAME_PICTURE } from '@/lib/fingerprint';
import { toBits } from './bits';
import type { VerifyInput } from './verify-input';
import type { Verification } from './verify-types';

/**
 * Whether a picture is one that headcraft made, when, and how; never whom it shows, which team's it is, or which picture. What was
 * deleted is not known any more.
 */
export async function verifyPicture(db: Db, { sha256, fingerprint }: VerifyInput): Promise<Verification> {
  const file = sha256 ? await findMade(db, eq(picturePrint.sha256, sha256)) : null;
  if (file) return { made: true, match: 'file', ...file };
  const copy =
    fingerprint && isTelling(fingerprint)
      ? await findMade(db, looksLike(fingerprint), distance(fingerprint))
      : null;
  return copy ? { made: true, match: 'copy', ...copy } : { made: false };
}

type Made = Omit<Extract<Verification, { made: true }>, 'made' | 'match'>;

async function findMade(db: Db, where: SQL, ...nearest: SQL[]): Promise<Made | null> {
  const [row] = await db
    .select({ createdAt: picture.createdAt, engine: picture.engine })
    .from(picturePrint)
    .innerJoin(picture, eq(picture.id, picturePrint.pictureId))
    .where(and(where, eq(picture.status, 'accepted'), isNull(picture.deletedAt)))
    .orderBy(...nearest, desc(picture.createdAt))
    .limit(1);
  if (!row) return null;
  return {
    madeOn: row.createdAt.toISOString().slice(0, 10),
    kind: row.engine === 'studio' ? 'finished' : 'drawn',
  };
}

const distance = (fingerprint: string) =>
  sql`bit_count(${picturePrint.fingerprint} # ${toBits(fingerprint)}::bit(256))`;

/** The index finds what shares a band; the distance decides. */
function looksLike(fingerprint: string) {
  const bands = sql.raw(`array[${fingerprintBands(fingerprint).join(',')}]`);
  return sql`${picturePrint.bands} && ${bands} and ${distance(fingerprint)} <= ${SAME_PICTURE}`;
}
