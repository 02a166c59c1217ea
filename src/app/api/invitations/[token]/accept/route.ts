import { acceptAsVisitor } from '@/auth/accept-invitation';
import { publicRoute } from '@/auth/route';
import * as contract from '@/contract/routes/organizations';

/** Accepts and, for somebody without a session, creates the account and signs in: the answer sets the session's cookie. */
export const POST = publicRoute(contract.acceptInvitation, async ({ request, params, body }) => {
  const { accepted, setCookies } = await acceptAsVisitor(request.headers, params.token ?? '', body.name);
  const { orgId, slug, team, memberId } = accepted;
  const response = Response.json(
    { teamId: orgId, slug, team, memberId },
    { status: 201, headers: { 'Cache-Control': 'no-store' } },
  );
  for (const cookie of setCookies) response.headers.append('Set-Cookie', cookie);
  return response;
});
