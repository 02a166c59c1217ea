import { userRoute } from '@/auth/route';
import * as contract from '@/contract/routes/privacy';
import { exportMyData } from '@/features/account/export-data';
import { fileResponse } from '@/features/headshots/file-response';

export const GET = userRoute(contract.exportMyData, async ({ user, db }) =>
  fileResponse(await exportMyData({ db, userId: user.userId })),
);
