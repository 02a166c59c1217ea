/** What loaders start with: the signed-in person or a redirect, the team or not found. */
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { isAppError } from '@/lib/errors';
import { type Permission, roleMay } from '@/lib/permissions';
import { findSession, requireTeam, type SignedIn, type TeamCtx } from './session';

export const findPageSession = cache(async (): Promise<SignedIn | null> => findSession(await headers()));

/** Redirects to sign-in (and back) without a session. */
export async function requirePageSession(returnTo: string): Promise<SignedIn> {
  const session = await findPageSession();
  if (!session) redirect(`/sign-in?next=${encodeURIComponent(returnTo)}`);
  return session;
}

/** The team of `/teams/[slug]`; answers the not-found page when it does not exist or is not yours. */
export const requireTeamPage = cache(async (slug: string): Promise<TeamCtx> => {
  const session = await requirePageSession(`/teams/${slug}`);
  try {
    return await requireTeam(session, slug);
  } catch (error) {
    if (isAppError(error, 'not_found')) notFound();
    throw error;
  }
});

/** The same for pages that only some roles may see: for the others the page does not exist. */
export async function requireTeamPageFor(slug: string, permission: Permission): Promise<TeamCtx> {
  const ctx = await requireTeamPage(slug);
  if (!roleMay(ctx.actor.role, permission)) notFound();
  return ctx;
}
