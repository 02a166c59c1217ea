/** What somebody reads whose link or phone no longer works. */
import { AppError } from '@/lib/errors';

const AGAIN = 'On your other screen press “Use your phone” for a new code.';

const TEXTS = {
  used: `This link was used already: it works once. ${AGAIN}`,
  expired: `This link is too old: it works for ten minutes. ${AGAIN}`,
  closed: `This link was closed. ${AGAIN}`,
};

export type LinkProblem = keyof typeof TEXTS;

export function linkGone(reason: LinkProblem): AppError {
  return new AppError('gone', TEXTS[reason], { reason });
}

/** For a link that never was one, too: nothing tells them apart. */
export function linkUnknown(): AppError {
  return new AppError('not_found', `This link does not work. ${AGAIN}`);
}

export function phoneGone(): AppError {
  return new AppError(
    'unauthenticated',
    `This phone is no longer connected. What it sent is kept. ${AGAIN}`,
    { reason: 'phone_gone' },
  );
}
