import { database } from '@/adapters/database/client';
import { requirePageSession, requireTeamPageFor } from '@/auth/page';
import { listOrganizationKeys, listTokens } from './queries';

/** As many as can live at once, and as many that ended, the newest first. */
const SHOWN = 50;

/** For those who may not manage keys the page does not exist. */
export async function loadOrganizationKeys(params: Promise<{ slug: string }>) {
  const ctx = await requireTeamPageFor((await params).slug, 'api-keys:manage');
  const { keys } = await listOrganizationKeys(ctx, { limit: SHOWN });
  return { slug: ctx.team.slug, teamId: ctx.team.id, team: ctx.team.name, keys };
}

export async function loadTokens() {
  const { userId } = await requirePageSession('/account/tokens');
  const { keys } = await listTokens({ db: await database(), userId }, { limit: SHOWN });
  return { keys };
}

export type OrganizationKeysPage = Awaited<ReturnType<typeof loadOrganizationKeys>>;
