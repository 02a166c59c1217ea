import { AppError } from '@/lib/errors';
import { say } from '@/texts/current-texts';
import { readRawBody } from './read-body';
import { requireText } from './require-text';

/** The longest we take names 5,000 members, in a fifth of this. In bytes. */
const LARGEST_JSON = 1024 * 1024;

const JSON_TYPE = /^application\/json\s*(?:;|$)/i;

/** A request's body. Throws `unsupported_type`, `too_large`, and `malformed` for what is no JSON or no text. */
export async function readJson(request: Request): Promise<unknown> {
  // A form of another site's page cannot send this type without asking us first.
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? ''))
    throw new AppError('unsupported_type', say('errors.jsonType'));
  const text = new TextDecoder().decode(await readRawBody(request, LARGEST_JSON));
  const body = parseJson(text);
  requireText(body);
  return body;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('malformed', say('errors.notJson'));
  }
}
