import { clientIp, teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/privacy';
import { stopGeneration } from '@/features/generation/stop-generation';
import { acceptConsent } from '@/features/privacy/accept-consent';
import { findStandingConsent, getPolicy, listConsents } from '@/features/privacy/consent-queries';
import { withdrawConsent } from '@/features/privacy/withdraw-consent';

/** The text of today, the member's standing consent to it (or null), and all their consents in this team. */
export const GET = teamRoute(contract.getConsents, async ({ ctx }) => ({
  policy: await getPolicy(ctx),
  standing: await findStandingConsent(ctx),
  consents: await listConsents(ctx),
}));

export const POST = teamRoute(contract.acceptConsent, async ({ ctx, body, request }) => {
  const origin = { ip: clientIp(request), userAgent: request.headers.get('user-agent') };
  const consent = await acceptConsent(ctx, body, origin);
  return Response.json(consent, { status: 201, headers: { 'Cache-Control': 'no-store' } });
});

/** Withdraws: running pictures stop and are not charged, photos and face measurements are deleted. */
export const DELETE = teamRoute(contract.withdrawConsent, ({ ctx }) =>
  withdrawConsent(ctx, { stopGeneration }),
);
