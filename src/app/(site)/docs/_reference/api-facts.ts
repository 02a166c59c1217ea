import { LIMITS } from '@/auth/rate-limit';
import { type OpenApi, openApiDocument } from '@/contract/document';
import { ERROR_STATUS } from '@/lib/errors';

/** What the page tells of the code. The code itself is the server's, and a page of the pages folder is built for browsers, too. */
export type ApiFacts = { api: OpenApi; limits: typeof LIMITS; statuses: typeof ERROR_STATUS };

let facts: ApiFacts | undefined;

/** Made once: the document takes a tenth of a second, and an installation has one address. */
export function apiFacts(appUrl: string): ApiFacts {
  facts ??= { api: openApiDocument(appUrl), limits: LIMITS, statuses: ERROR_STATUS };
  return facts;
}
