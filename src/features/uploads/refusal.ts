/** What a person reads when a file is refused before it can be judged as a photo. */

import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import type { VisionErrorCode } from '@/vision/types';
import { VisionError } from '@/vision/vision-error';

export function refusalOf(error: unknown): unknown {
  if (!(error instanceof VisionError)) return error;
  log.warn({ code: error.code, reason: error.message }, 'photo refused');
  return toAppError(error.code);
}

function toAppError(code: VisionErrorCode): AppError {
  switch (code) {
    case 'unsupported_type':
      return new AppError('unsupported_type', 'Use a JPEG, PNG, WebP or HEIC photo.');
    case 'too_large':
      return new AppError('too_large', 'This photo has more than 64 megapixels. Send a smaller one.');
    case 'corrupt':
      return new AppError(
        'invalid',
        'This file is damaged or incomplete. Export it again or choose another.',
      );
    case 'crashed':
    case 'memory':
      return new AppError('invalid', 'This file could not be read safely. Save it as a JPEG and try again.');
    default:
      return new AppError('unavailable', 'The photo could not be checked just now. Try again in a moment.');
  }
}
