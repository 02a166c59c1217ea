/** What no route answers: whoever asks here expects JSON, not our page. */
import { internalRoute } from '@/auth/route';
import { notFound } from '@/lib/errors';

const missing = internalRoute({}, async () => {
  throw notFound('route');
});

export { missing as DELETE, missing as GET, missing as PATCH, missing as POST, missing as PUT };
