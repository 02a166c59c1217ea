import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { database } from '@/adapters/database/client';
import { findPageSession } from '@/auth/page';
import { isAppError } from '@/lib/errors';
import { pageTexts } from '@/texts/page-texts';
import { getInvitation, type InvitationView } from './find-invitation';
import { OPEN_INVITATION_COOKIE } from './open-invitation';

export type InvitationPage = {
  token: string;
  /** Null for a link that never was or that a newer mail replaced. */
  invitation: InvitationView | null;
  /** Who is signed in. */
  viewer: string | null;
};

export async function loadInvitation(params: Promise<{ token: string }>): Promise<InvitationPage> {
  const { token } = await params;
  const viewer = (await findPageSession())?.email ?? null;
  try {
    const invitation = await getInvitation(await database(), token, new Date(), await pageTexts());
    return { token, viewer, invitation };
  } catch (error) {
    if (!isAppError(error, 'not_found')) throw error;
    return { token, viewer, invitation: null };
  }
}

/** Back to the invitation after signing in. */
export async function continueInvitation(): Promise<never> {
  const token = (await cookies()).get(OPEN_INVITATION_COOKIE)?.value;
  redirect(token ? `/invitations/${encodeURIComponent(token)}` : '/teams');
}
