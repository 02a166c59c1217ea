import { publicRoute } from '@/auth/route';
import * as contract from '@/contract/routes/headshots';
import { estimateGeneration } from '@/features/generation/estimate';

/** The exact price of a request, and how long it usually takes. */
export const POST = publicRoute(contract.estimateHeadshots, ({ db, body }) => estimateGeneration(db, body));
