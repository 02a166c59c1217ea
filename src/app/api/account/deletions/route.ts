import { userRoute } from '@/auth/route';
import { listDeletions } from '@/features/privacy/deletion-queries';

export const GET = userRoute({}, async ({ user, db }) => ({
  deletions: await listDeletions({ db, userId: user.userId }),
}));
