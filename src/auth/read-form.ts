import { AppError } from '@/lib/errors';
import { say } from '@/texts/current-texts';

/** A page's form has a handful of short fields. In bytes. */
const LARGEST_FORM = 64 * 1024;

/** The fields that a plain form sent. Throws `malformed` for anything else. */
export async function readForm(request: Request): Promise<FormData> {
  const fields =
    Number(request.headers.get('content-length') ?? 0) <= LARGEST_FORM ? request.formData() : null;
  const form = await fields?.catch(() => null);
  if (!form) throw new AppError('malformed', say('errors.checkFields'));
  return form;
}
