import { readRawBody } from '@/auth/read-body';
import { internalRoute } from '@/auth/route';
import { hearPrediction } from '@/features/generation/hear-prediction';

/** Bytes; a prediction with its logs stays below. */
const MAX_BODY = 1024 * 1024;

/** Replicate says that a prediction has ended. 200 also when nobody waits for it any more: it need not be sent again. */
export const POST = internalRoute({}, async ({ request, db }) => {
  const body = await readRawBody(request, MAX_BODY);
  const { headers } = request;
  const id = headers.get('webhook-id');
  const timestamp = headers.get('webhook-timestamp');
  const signature = headers.get('webhook-signature');
  const heard = await hearPrediction(db, { id, timestamp, signature, body }, new Date());
  return { heard };
});
