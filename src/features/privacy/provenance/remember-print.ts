import { picturePrint } from '@/db/schema/privacy';
import type { Db } from '@/db/types';
import { fingerprintBands } from '@/lib/fingerprint';
import { printOf } from '@/vision/photo/print';
import { toBits } from './bits';

/** Notes how a file of a picture looks that is stored or leaves us, so that `/verify` knows it. Can be repeated. */
export async function rememberPrint(db: Db, pictureId: string, file: Uint8Array): Promise<void> {
  const { sha256, fingerprint } = await printOf(file);
  await db
    .insert(picturePrint)
    .values({ sha256, pictureId, fingerprint: toBits(fingerprint), bands: fingerprintBands(fingerprint) })
    .onConflictDoNothing();
}
