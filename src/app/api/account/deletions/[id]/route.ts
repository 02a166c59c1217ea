import { userRoute } from '@/auth/route';
import { getDeletion } from '@/features/privacy/deletion-queries';

/** How far a deletion is; once it is done, its receipt. */
export const GET = userRoute({}, ({ user, db, params }) =>
  getDeletion({ db, userId: user.userId }, params.id ?? ''),
);
