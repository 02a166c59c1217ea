/**
 * What better-auth's own endpoints would store unread. Anybody can have a mail with their name in it sent to anybody by signing
 * up, so names keep to the same rule as in our forms; pictures of accounts are not a part of the product.
 */
import { APIError } from 'better-auth/api';
import { emailInput, personName } from '@/lib/person-input';
import { say, sayMessage } from '@/texts/current-texts';

type Fields = { name?: unknown; email?: unknown; image?: unknown };

/** Throws better-auth's own error (400), because it runs inside better-auth. */
export function checkPersonFields(path: string, body: unknown): void {
  const signingUp = path === '/sign-up/email';
  if (!signingUp && path !== '/update-user') return;
  const { name, email, image } = (body ?? {}) as Fields;
  if (image !== undefined && image !== null) throw refused('INVALID_IMAGE', say('errors.account.noPicture'));
  if (signingUp && !emailInput.safeParse(email).success)
    throw refused('INVALID_EMAIL', say('errors.email.invalid'));
  if (!signingUp && name === undefined) return;
  const [problem] = personName.safeParse(name).error?.issues ?? [];
  if (problem) throw refused('INVALID_NAME', sayMessage(problem.message));
}

function refused(code: string, message: string): APIError {
  return new APIError('BAD_REQUEST', { code, message });
}
