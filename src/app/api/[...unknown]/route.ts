/** What no route answers: whoever asks here expects JSON, not our page. Its path is a stranger's words, so nothing measures or logs it. */
import { errorResponse } from '@/auth/http-errors';
import { notFound } from '@/lib/errors';
import { inLanguage } from '@/texts/current-texts';
import { requestLanguage } from '@/texts/request-language';

function missing({ headers }: Request): Response {
  return inLanguage(requestLanguage(headers), () => errorResponse(notFound('route')));
}

export { missing as DELETE, missing as GET, missing as PATCH, missing as POST, missing as PUT };
