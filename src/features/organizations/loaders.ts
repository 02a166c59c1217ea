import { redirect } from 'next/navigation';
import { database } from '@/adapters/database/client';
import { usesLocalStripe } from '@/adapters/payments/stripe';
import { requirePageSession, requireTeamPage } from '@/auth/page';
import { env } from '@/env';
import { findMyWallet } from '@/features/credits/queries';
import { countUnread } from '@/features/notifications/notice-queries';
import { listMyTeams, type MyTeam } from './queries';

/** My teams. Somebody with a single one goes straight to it, unless they came to start another. */
export async function loadTeams(search: Promise<{ new?: string | string[] }>) {
  const user = await requirePageSession('/teams');
  const teams = await listMyTeams(await database(), user.userId);
  const [only] = teams;
  const starting = (await search).new !== undefined;
  if (only && teams.length === 1 && !starting) redirect(`/teams/${only.slug}`);
  return {
    user: { name: user.name, email: user.email },
    teams,
    starting,
    embedded: env().embedded,
    localStripe: usesLocalStripe(),
  };
}

export type TeamShell = {
  team: { name: string; slug: string; kind: 'team' | 'solo' };
  role: MyTeam['role'];
  teams: MyTeam[];
  user: { name: string; email: string };
  /** Credits that the person can spend here. */
  free: number;
  unread: number;
  embedded: boolean;
  /** Payments go to the local Stripe. */
  localStripe: boolean;
};

/** What the frame of a team's pages shows. */
export async function loadTeamShell(params: Promise<{ slug: string }>): Promise<TeamShell> {
  const ctx = await requireTeamPage((await params).slug);
  const [teams, wallet, unread] = await Promise.all([
    listMyTeams(ctx.db, ctx.actor.userId),
    findMyWallet(ctx),
    countUnread(ctx),
  ]);
  return {
    team: { name: ctx.team.name, slug: ctx.team.slug, kind: ctx.team.kind },
    role: ctx.actor.role,
    teams,
    user: { name: ctx.user.name, email: ctx.user.email },
    free: wallet.free,
    unread,
    embedded: env().embedded,
    localStripe: usesLocalStripe(),
  };
}
