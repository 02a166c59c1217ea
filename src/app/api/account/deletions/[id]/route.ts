import { userRoute } from '@/auth/route';
import * as contract from '@/contract/routes/privacy';
import { getDeletion } from '@/features/privacy/deletion-queries';

/** How far a deletion is; once it is done, its receipt. */
export const GET = userRoute(contract.getDeletion, ({ user, db, params }) =>
  getDeletion({ db, userId: user.userId }, params.id ?? ''),
);
