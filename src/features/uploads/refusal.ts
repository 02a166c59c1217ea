/** What a person reads when a file they sent is no picture that can be used: a photo or a backdrop. */

import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
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
      return new AppError('unsupported_type', 'Use a JPEG, PNG, WebP or HEIC picture, without animation.');
    case 'too_large':
      return new AppError('too_large', 'This picture has more than 64 megapixels. Choose a smaller one.');
    case 'too_small':
      return new AppError(
        'invalid',
        'This picture is too small or too narrow: it needs 600 px on its short side.',
      );
    case 'corrupt':
      return new AppError(
        'invalid',
        'This file is damaged or incomplete. Export it again or choose another.',
      );
    case 'crashed':
    case 'memory':
      return new AppError('invalid', 'This file could not be read safely. Save it as a JPEG and try again.');
    default:
      return new AppError('unavailable', 'The picture could not be read just now. Try again in a moment.');
  }
}
