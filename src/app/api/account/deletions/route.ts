import { userRoute } from '@/auth/route';
import * as contract from '@/contract/routes/privacy';
import { listDeletions } from '@/features/privacy/deletion-queries';

export const GET = userRoute(contract.listDeletions, ({ user, db, query }) =>
  listDeletions({ db, userId: user.userId }, query),
);
