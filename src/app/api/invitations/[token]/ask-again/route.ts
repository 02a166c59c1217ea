import { consumeLimit } from '@/auth/rate-limit';
import { publicRoute } from '@/auth/route';
import * as contract from '@/contract/routes/organizations';
import { askForNewInvitation } from '@/features/organizations/ask-again';
import { sha256Hex } from '@/lib/hash';

export const POST = publicRoute(contract.askForNewInvitation, async ({ db, params }) => {
  const token = params.token ?? '';
  await consumeLimit(db, 'acceptInvitation', sha256Hex(token));
  await askForNewInvitation(db, token);
  return { asked: true };
});
