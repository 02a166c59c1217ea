import { randomUUID } from 'node:crypto';
import { blobs, newBlobKey } from '@/adapters/blob/blob';
import { sealEmbedding } from '@/adapters/blob/vault';
import { photo, photoSet } from '@/db/schema/uploads';
import { submitPhotoSet } from '@/features/uploads/submit-photo-set';
import { newId } from '@/lib/ids';
import type { Joined } from './join-cast';
import { type RecordedPhoto, readRecordedFile } from './recorded-files';

/** The member's selfies with what the checks measured; judged and submitted as any other set. */
export async function stagePhotos(
  { ctx, userId, memberId }: Joined,
  photos: readonly RecordedPhoto[],
): Promise<void> {
  const owner = { organizationId: ctx.orgId, memberId, userId };
  const photoSetId = newId('photoSet');
  await ctx.db.insert(photoSet).values({ id: photoSetId, ...owner });
  for (const { file, width, height, sha256, measurements, embedding } of photos) {
    const id = newId('photo');
    const [workingKey, thumbnailKey] = [newBlobKey('photos', 'jpg'), newBlobKey('photos', 'jpg')];
    await blobs().put(workingKey, readRecordedFile(file), 'image/jpeg');
    await blobs().put(thumbnailKey, readRecordedFile(file.replace('.jpg', '-thumbnail.jpg')), 'image/jpeg');
    await ctx.db.insert(photo).values({
      id,
      ...owner,
      photoSetId,
      clientKey: randomUUID(),
      originalName: file,
      sha256,
      width,
      height,
      workingKey,
      thumbnailKey,
      measurements,
      embedding: sealEmbedding(Float32Array.from(embedding), id),
    });
  }
  await submitPhotoSet(ctx, photoSetId);
}
