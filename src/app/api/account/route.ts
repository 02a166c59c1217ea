import { endAccount } from '@/auth/end-account';
import { userRoute } from '@/auth/route';
import * as contract from '@/contract/routes/privacy';
import { env } from '@/env';

export const DELETE = userRoute(contract.deleteAccount, async ({ request, user, db, body }) => {
  const { receipt, cookies } = await endAccount(db, user, request.headers, body);
  const answer = { receipt, receiptUrl: `${env().appUrl}/deleted/${receipt}` };
  const response = Response.json(answer, { headers: { 'Cache-Control': 'no-store' } });
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
});
