import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { database } from '@/adapters/database/client';
import { usesLocalStripe } from '@/adapters/payments/stripe';
import { requirePageSession, requireTeamPage } from '@/auth/page';
import { env } from '@/env';
import { findMyWallet } from '@/features/credits/queries';
import { countUnread } from '@/features/notifications/notice-queries';
import { LAST_TEAM, teamToOpen } from '@/lib/last-team';
import { listMyTeams, type MyTeam } from './queries';

type TeamsSearch = { new?: string | string[]; go?: string | string[] };

/** Where the shortcuts of the installed app lead, below the team that opens. */
const SHORTCUTS: Record<string, string> = {
  new: '/headshots/new',
  headshots: '/headshots',
  notices: '/notices',
};

/**
 * My teams. Who has a single one, or was in one before, goes straight to it, with `?go` to one of its pages; `?new` shows all and
 * starts another.
 */
export async function loadTeams(search: Promise<TeamsSearch>) {
  const { new: choosing, go } = await search;
  const page = typeof go === 'string' ? SHORTCUTS[go] : undefined;
  const user = await requirePageSession(page ? `/teams?go=${go}` : '/teams');
  const teams = await listMyTeams(await database(), user.userId);
  const open = choosing !== undefined ? null : teamToOpen(teams, (await cookies()).get(LAST_TEAM)?.value);
  if (open) redirect(`/teams/${open.slug}${page ?? ''}`);
  return {
    user: { name: user.name, email: user.email },
    teams,
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
