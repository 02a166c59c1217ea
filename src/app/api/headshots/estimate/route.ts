import { publicRoute } from '@/auth/route';
import { estimateGeneration } from '@/features/generation/estimate';
import { estimateInput } from '@/features/generation/input';

/** The exact price of a request, and how long it usually takes. */
export const POST = publicRoute({ body: estimateInput, limit: 'write' }, ({ db, body }) =>
  estimateGeneration(db, body),
);
