/** What somebody reads whose link or phone no longer works. */
import { AppError } from '@/lib/errors';
import { say } from '@/texts/current-texts';

export type LinkProblem = 'used' | 'expired' | 'closed';

export function linkGone(reason: LinkProblem): AppError {
  return new AppError('gone', say(`uploads.link.${reason}`), { reason });
}

/** For a link that never was one, too: nothing tells them apart. */
export function linkUnknown(): AppError {
  return new AppError('not_found', say('uploads.link.unknown'));
}

export function phoneGone(): AppError {
  return new AppError('unauthenticated', say('uploads.link.phoneGone'), { reason: 'phone_gone' });
}
