/** What a person reads when a file they sent is no picture that can be used: a photo or a backdrop. */

import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { say } from '@/texts/current-texts';
import type { VisionErrorCode } from '@/vision/types';
import { VisionError } from '@/vision/vision-error';

/** Another error stays as it is. */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof VisionError)) return error;
  log.warn({ code: error.code, reason: error.message }, 'picture refused');
  return toAppError(error.code);
}

function toAppError(code: VisionErrorCode): AppError {
  switch (code) {
    case 'unsupported_type':
      return new AppError('unsupported_type', say('uploads.refused.picture'));
    case 'too_large':
      return new AppError('too_large', say('uploads.refused.megapixels'));
    case 'too_small':
      return new AppError('invalid', say('uploads.refused.tooSmall'));
    case 'corrupt':
      return new AppError('invalid', say('uploads.refused.corrupt'));
    case 'crashed':
    case 'memory':
      return new AppError('invalid', say('uploads.refused.unsafe'));
    default:
      return new AppError('unavailable', say('uploads.refused.unread'));
  }
}
