import type { Ctx } from '@/db/context';
import { env } from '@/env';
import { queueMail } from '@/features/notifications/notify';
import { newSecret, sha256Hex } from '@/lib/hash';

/** A fresh bearer secret. The raw token goes into the mail and nowhere else; `tokenHash` is what is stored. */
export function newToken(): { token: string; tokenHash: string } {
  const token = newSecret();
  return { token, tokenHash: sha256Hex(token) };
}

type InvitationMail = {
  email: string;
  token: string;
  inviter: string;
  team: string;
  credits: number;
  expiresAt: Date;
};

export async function mailInvitation(ctx: Ctx, mail: InvitationMail): Promise<void> {
  await queueMail(ctx, {
    to: mail.email,
    template: 'invitation',
    props: ({ dayOfYear }) => ({
      inviter: mail.inviter,
      team: mail.team,
      credits: mail.credits,
      url: `${env().appUrl}/invitations/${mail.token}`,
      expires: dayOfYear(mail.expiresAt),
    }),
    dedupeKey: `invitation:${sha256Hex(mail.token)}`,
    organizationId: ctx.orgId,
  });
}
