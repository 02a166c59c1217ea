import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { database } from '@/adapters/database/client';
import { usesLocalStripe } from '@/adapters/payments/stripe';
import { requirePageSession, requireTeamPage } from '@/auth/page';
import { env } from '@/env';
import { findMyWallet } from '@/features/credits/queries';
import { countUnread } from '@/features/notifications/notice-queries';
import { arrivalPath, pageFor, readArrival } from '@/lib/arrival';
import { LAST_TEAM, teamToOpen } from '@/lib/last-team';
import { listMyTeams, type MyTeam } from './queries';

export type TeamsSearch = Partial<Record<'new' | 'go' | 'credits' | 'for', string | string[]>>;

/**
 * My teams. Who has a single one, or was in one before, goes straight to it, with `?go` to one of its pages; `?new` shows all and
 * starts another.
 */
export async function loadTeams(search: Promise<TeamsSearch>) {
  const { new: choosing, ...asked } = await search;
  const arrival = readArrival(asked);
  const user = await requirePageSession(arrivalPath(arrival));
  const teams = await listMyTeams(await database(), user.userId);
  const open = choosing !== undefined ? null : teamToOpen(teams, (await cookies()).get(LAST_TEAM)?.value);
  if (open) redirect(`/teams/${open.slug}${pageFor(arrival, open.role)}`);
  return {
    user: { name: user.name, email: user.email },
    teams,
    arrival,
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
