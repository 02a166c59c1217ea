/** Has the vision process make an edit, and says in a sentence why it could not. */

import { readBlob } from '@/adapters/blob/blob';
import { vision } from '@/adapters/vision/vision';
import type { Ctx } from '@/db/context';
import { requireConsent } from '@/features/privacy/consent-queries';
import { AppError, notFound } from '@/lib/errors';
import { log } from '@/lib/log';
import { SECOND } from '@/lib/time';
import { say } from '@/texts/current-texts';
import type { EditBackdrop, EditedPicture, EditInput } from '@/vision/edit-types';
import { VisionError } from '@/vision/vision-error';
import { findBackdropKey } from './backdrops/backdrop-queries';
import type { Backdrop, PictureEdit } from './edit-types';
import type { OwnPicture } from './own-picture';
import { findRecipe } from './style-backdrops';

/** A save takes about four seconds, more behind pictures that are being drawn. */
const TIME_LIMIT = 90 * SECOND;

/** Editing looks at the face again, so it needs a standing consent like every other look. */
export async function drawEdit(
  ctx: Ctx,
  picture: OwnPicture,
  edit: PictureEdit,
  purpose: EditInput['purpose'],
): Promise<EditedPicture> {
  await requireConsent(ctx);
  const jpeg = await readBlob(picture.blobKey);
  if (!jpeg) throw notFound('picture');
  const backdrop = await toVision(ctx, edit.backdrop);
  try {
    return await vision().editPicture({ jpeg, ...edit, backdrop, purpose }, { timeoutMs: TIME_LIMIT });
  } catch (error) {
    throw refusalOf(error, edit);
  }
}

async function toVision(ctx: Ctx, backdrop: Backdrop): Promise<EditBackdrop> {
  if (backdrop.kind === 'upload') return { kind: 'image', image: await readBackdrop(ctx, backdrop.id) };
  if (backdrop.kind !== 'style') return backdrop;
  const recipe = await findRecipe(ctx.db, backdrop.style);
  if (!recipe) throw new AppError('invalid', say('headshots.refused.styleGone'));
  return { kind: 'recipe', recipe, seed: backdrop.seed };
}

/** A saved version outlives its backdrop; drawing with it again does not. */
async function readBackdrop(ctx: Ctx, id: string): Promise<Uint8Array> {
  const key = await findBackdropKey(ctx, id);
  const image = key && (await readBlob(key));
  if (!image) throw new AppError('invalid', say('headshots.refused.backdropGone'));
  return image;
}

function refusalOf(error: unknown, { backdrop }: PictureEdit): unknown {
  if (!(error instanceof VisionError)) return error;
  log.warn({ code: error.code, reason: error.message }, 'edit refused');
  const { code } = error;
  if (code === 'no_face' || code === 'frame_unusable' || code === 'failed')
    return new AppError(
      'invalid',
      say(
        backdrop.kind === 'upload' ? 'headshots.refused.editOtherFaces' : 'headshots.refused.editImpossible',
      ),
      { reason: 'edit_impossible' },
    );
  return new AppError('unavailable', say('headshots.refused.editLater'));
}
