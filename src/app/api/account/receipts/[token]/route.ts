import { publicRoute } from '@/auth/route';
import * as contract from '@/contract/routes/privacy';
import { getAccountReceipt } from '@/features/account/account-receipt';

export const GET = publicRoute(contract.getAccountReceipt, ({ db, params }) =>
  getAccountReceipt(db, params.token ?? ''),
);
