import { publicRoute } from '@/auth/route';
import * as contract from '@/contract/routes/organizations';
import { getInvitation } from '@/features/organizations/find-invitation';

export const GET = publicRoute(contract.getInvitation, ({ db, params }) =>
  getInvitation(db, params.token ?? ''),
);
